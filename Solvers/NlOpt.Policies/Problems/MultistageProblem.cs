namespace NlOpt.Policies.Problems;

/// <summary>
/// A decision that repeats under uncertainty. In each stage the noise is seen first, then the stage is decided (hazard-decision), then its
/// outgoing state becomes the incoming one of the next. Stage models and noises repeat cyclically. Costs are minimized and not discounted.
/// </summary>
public sealed record MultistageProblem
{
    /// <summary>Makes a problem.</summary>
    /// <exception cref="ArgumentException">Stages, noises, state and measures do not fit together; the message says where.</exception>
    public MultistageProblem(
        string name, ImmutableArray<StateVariable> state, ImmutableArray<StageModel> stages, ImmutableArray<NoiseDistribution> noises, int stageCount)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(stageCount, 1);
        if (state.IsDefaultOrEmpty || stages.IsDefaultOrEmpty || noises.IsDefaultOrEmpty)
            throw new ArgumentException("A problem has at least one state variable, one stage model and one noise distribution.");
        if (state.Select(variable => variable.Name).Distinct().Count() != state.Length)
            throw new ArgumentException("State variables have different names.", nameof(state));
        if (state.FirstOrDefault(variable => !double.IsFinite(variable.Initial)) is { } vague)
            throw new ArgumentException($"The initial value of '{vague.Name}' is not finite.", nameof(state));
        if (state.FirstOrDefault(variable => !double.IsFinite(variable.Lower ?? 0) || !double.IsFinite(variable.Upper ?? 0) || variable.Lower > variable.Upper)
            is { } unbounded)
            throw new ArgumentException($"The bounds of '{unbounded.Name}' are neither null nor finite and in order.", nameof(state));
        var dimension = noises[0].Dimension;
        if (noises.Any(noise => noise.Dimension != dimension)) throw new ArgumentException("Noises have the same length in all stages.", nameof(noises));
        for (var index = 0; index < stages.Length; index++)
        {
            if (stages[index].Outgoing.Length != state.Length)
                throw new ArgumentException($"Stage model {index} has {stages[index].Outgoing.Length} outgoing variables, not {state.Length}.", nameof(stages));
            if (stages[index].Terms.Any(term => term.State >= state.Length || term.Noise >= dimension))
                throw new ArgumentException($"A term of stage model {index} uses a state or noise that does not exist.", nameof(stages));
        }

        (Name, State, Stages, Noises, StageCount) = (name, state, stages, noises, stageCount);
        ReportedStages = stageCount;
    }

    /// <summary>Its name; a word for file names and headings.</summary>
    public string Name { get; }

    /// <summary>The state variables.</summary>
    public ImmutableArray<StateVariable> State { get; }

    /// <summary>The stage models, used cyclically: stage t is number t modulo their count.</summary>
    public ImmutableArray<StageModel> Stages { get; }

    /// <summary>The noises, used cyclically like the stage models; the cycles need not be equally long.</summary>
    public ImmutableArray<NoiseDistribution> Noises { get; }

    /// <summary>Number of stages, at least 1.</summary>
    public int StageCount { get; }

    /// <summary>What reports sum up: the first so many stages, in [1, <see cref="StageCount"/>]; the rest keeps the end of the horizon away.</summary>
    /// <value><see cref="StageCount"/>.</value>
    public int ReportedStages
    {
        get;
        init
        {
            if (value < 1 || value > StageCount) throw new ArgumentOutOfRangeException(nameof(ReportedStages), value, $"It lies in [1, {StageCount}].");
            field = value;
        }
    }

    /// <summary>No stage costs less than this; null when no such bound is known. SDDP needs it.</summary>
    /// <value>0.</value>
    public double? StageCostLowerBound { get; init; } = 0;

    /// <summary>Unit of the cost for people; null when it has none.</summary>
    public string? CostUnit { get; init; }

    /// <summary>Names of the noise components for people; empty when they have none.</summary>
    public ImmutableArray<string> NoiseNames { get; init; } = [];

    /// <summary>Quantities that every stage reports; as many as each stage model has expressions for.</summary>
    public ImmutableArray<Measure> Measures
    {
        get;
        init
        {
            if (Stages.Any(stage => stage.Measures.Length != value.Length))
                throw new ArgumentException("Each stage model has one expression a measure.", nameof(Measures));
            field = value;
        }
    } = [];

    /// <summary>Turns outputs of a network into targets that can be reached; null where only penalised targets are possible.</summary>
    public ITargetMap? TargetMap { get; init; }

    /// <summary>The model of a stage.</summary>
    /// <param name="stage">In [0, <see cref="StageCount"/>).</param>
    public StageModel StageAt(int stage) => Stages[stage % Stages.Length];

    /// <summary>The noise of a stage.</summary>
    /// <param name="stage">In [0, <see cref="StageCount"/>).</param>
    public NoiseDistribution NoiseAt(int stage) => Noises[stage % Noises.Length];
}
