using NlOpt.Policies.Sddp.Cuts;

namespace NlOpt.Policies.Sddp.Passes;

/// <summary>
/// Makes all cuts again, from the last stage to the first: early ones were made when hardly anything was known of the stages behind them.
/// The trial points stay, so there are as many cuts as before.
/// </summary>
internal sealed class CutRefresh(MultistageProblem problem, ISolver solver, SddpOptions options, ParallelOptions parallel, int[][] orders)
{
    /// <summary>Makes pools of refreshed cuts.</summary>
    /// <param name="pools">The cuts so far; they are left as they are.</param>
    /// <param name="failures">Takes in the solves that failed; the points they belong to keep their cuts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>One pool a stage but the last; null when cancelled.</returns>
    public CutPool[]? Run(CutPool[] pools, List<StageFailure> failures, CancellationToken cancellationToken)
    {
        var refreshed = new CutPool[pools.Length];
        var programs = new StageProgram?[problem.StageCount];
        var block = new StageBlock(programs);
        StageLane[] lanes = [.. Enumerable.Range(0, options.Paths * options.Lanes).Select(_ => new StageLane(block, solver))];
        try
        {
            for (var stage = problem.StageCount - 1; stage > 0; stage--)
            {
                programs[stage] = CutPools.Program(problem, refreshed, stage);
                var points = pools[stage - 1].Points;
                var solved = Solve(stage, points, lanes, cancellationToken);
                if (cancellationToken.IsCancellationRequested) return null;
                failures.AddRange(solved.Select(backward => backward.Failure).OfType<StageFailure>());
                refreshed[stage - 1] = CutPools.Of(problem, options.CutKind, stage - 1, points.Zip(solved, Better));
            }

            return refreshed;
        }
        finally
        {
            foreach (var lane in lanes) lane.Dispose();
        }
    }

    /// <summary>Solves a stage from all points; each lane takes a row of them, forth and back through the outcomes.</summary>
    private BackwardStage[] Solve(int stage, ImmutableArray<TrialPoint> points, StageLane[] lanes, CancellationToken cancellationToken)
    {
        BackwardStage[] stages = [.. points.Select(point => new BackwardStage(problem, stage, point.State))];
        Parallel.For(0, lanes.Length, parallel, lane =>
        {
            int[] outcomes = [.. orders[stage % orders.Length]];
            for (var point = lane * stages.Length / lanes.Length; point < (lane + 1) * stages.Length / lanes.Length; point++)
            {
                stages[point].Solve(lanes[lane], outcomes, cancellationToken);
                Array.Reverse(outcomes); // begins where the point before ended
            }
        });
        return stages;
    }

    /// <summary>With those cuts that are higher there: cuts of later stages that gained where they were made may have lost elsewhere.</summary>
    private TrialPoint Better(TrialPoint point, BackwardStage solved)
    {
        if (solved.Failure is not null) return point;
        var again = point with { Cuts = solved.Cuts(options.RiskMeasure, options.CutKind) };
        return again.Height > point.Height ? again : point;
    }
}
