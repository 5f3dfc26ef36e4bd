namespace NlOpt.Policies.Sddp.Cuts;

/// <summary>The cuts of all stages but the last, which has no cost to go.</summary>
internal static class CutPools
{
    /// <summary>Makes the pools of a problem.</summary>
    /// <param name="problem">A problem with a lower bound on the cost of a stage.</param>
    /// <param name="kind">Whether the cost to go has parts.</param>
    /// <param name="points">The states visited with their cuts, for each stage but the last.</param>
    public static CutPool[] Of(MultistageProblem problem, CutKind kind, ImmutableArray<ImmutableArray<TrialPoint>> points) =>
        [.. points.Select((ofStage, stage) => Of(problem, kind, stage, ofStage))];

    /// <summary>Makes the pool of a stage.</summary>
    public static CutPool Of(MultistageProblem problem, CutKind kind, int stage, IEnumerable<TrialPoint> points)
    {
        var pool = new CutPool(LowerBound(problem, stage), kind == CutKind.Multiple ? problem.NoiseAt(stage + 1).Count : 0);
        foreach (var point in points) pool.Add(point);
        return pool;
    }

    /// <summary>The programs of all stages with the cuts that matter.</summary>
    public static StageProgram[] Programs(MultistageProblem problem, CutPool[] pools) =>
        [.. Enumerable.Range(0, problem.StageCount).Select(stage => Program(problem, pools, stage))];

    /// <summary>The program of a stage with the cuts that matter.</summary>
    public static StageProgram Program(MultistageProblem problem, CutPool[] pools, int stage) => stage == pools.Length
        ? new StageProgram(problem.StageAt(stage))
        : new StageProgram(problem.StageAt(stage), LowerBound(problem, stage), pools[stage].Parts, pools[stage].Selected);

    private static double LowerBound(MultistageProblem problem, int stage) => problem.StageCostLowerBound!.Value * (problem.StageCount - 1 - stage);
}
