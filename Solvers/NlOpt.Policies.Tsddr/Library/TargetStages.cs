namespace NlOpt.Policies.Tsddr.Library;

/// <summary>The reduced stages of a problem, one for each of its stage models.</summary>
internal sealed class TargetStages(MultistageProblem problem)
{
    private readonly ImmutableArray<TargetStage> _stages = [.. problem.Stages.Select(stage => new TargetStage(stage))];

    /// <summary>Number of different stages.</summary>
    public int Count => _stages.Length;

    /// <summary>The most parametric rows that a stage has.</summary>
    public int LargestParameterCount => _stages.Max(stage => stage.ParametricRows.Length);

    /// <summary>Which of the different stages a stage of the horizon is.</summary>
    public int KindOf(int stage) => stage % _stages.Length;

    /// <summary>One of the different stages.</summary>
    public TargetStage OfKind(int kind) => _stages[kind];

    /// <summary>The reduced stage of a stage of the horizon.</summary>
    public TargetStage At(int stage) => _stages[KindOf(stage)];
}
