using NlOpt.Policies.Sddp.Cuts;
using NlOpt.Policies.Sddp.Files;
using NlOpt.Policies.Sddp.Passes;

namespace NlOpt.Policies.Sddp;

/// <summary>One training: iterations until something ends it, checkpoints between.</summary>
internal sealed class SddpTraining(MultistageProblem problem, ISolver solver, SddpOptions options, TrainingRequest request)
{
    private readonly List<Diagnostic> _warnings = [];

    /// <summary>Goes on from a record.</summary>
    public Result<TrainingResult> Run(SddpRecord kept, CancellationToken cancellationToken)
    {
        var began = request.Clock.GetTimestamp();
        var spent = kept.Curve.IsEmpty ? TimeSpan.Zero : kept.Curve[^1].Elapsed;
        if (FindStop(kept, spent, cancellationToken) is { } over) return Finish(kept, over);
        if (kept.Iterations == 0) Save(kept); // what an older training left there must not be mistaken for this one

        // Bases are known only where a block begins, so the iterations that were done of the last one are done again: the same cuts come out.
        var start = kept.Until(kept.Iterations - kept.Iterations % options.SelectionInterval);
        var pools = CutPools.Of(problem, options.CutKind, start.Points);
        var curve = start.Curve.ToBuilder();
        using var passes = new SddpPasses(problem, solver, options, request.Seed, request.Threads, pools);
        var now = kept;
        while (true)
        {
            var result = passes.Run(curve.Count + 1, cancellationToken);
            if (cancellationToken.IsCancellationRequested) return Finish(now, TrainingStop.Cancelled);
            if (curve.Count < kept.Iterations)
            {
                curve.Add(kept.Curve[curve.Count]);
                continue;
            }

            var previous = curve.Count == 0 ? null : curve[^1];
            if (result.Failures.FirstOrDefault(failure => failure.IsOfProblem || result.Bound is null && previous is null) is { } failure)
                return Result.Failure<TrainingResult>(failure.Describe(problem));
            curve.Add(new TrainingProgress(spent + request.Clock.GetElapsedTime(began), curve.Count + 1)
            {
                Cost = result.Cost,
                Bound = previous?.Bound is { } before && !(result.Bound > before) ? before : result.Bound,
                Failures = (previous?.Failures ?? 0) + result.Failures.Length,
            });
            now = Now(start, curve, pools);
            if (curve.Count % options.SelectionInterval == 0) Save(now);
            request.Progress?.Invoke(curve[^1]);
            if (FindStop(now, curve[^1].Elapsed, cancellationToken) is { } stop) return Finish(now, stop);
        }
    }

    private static SddpRecord Now(SddpRecord start, ImmutableArray<TrainingProgress>.Builder curve, CutPool[] pools) => start with
    {
        Iterations = curve.Count,
        Bound = curve.Count == 0 ? null : curve[^1].Bound,
        Points = [.. pools.Select(pool => pool.Points)],
        Curve = curve.ToImmutable(),
    };

    private TrainingStop? FindStop(SddpRecord record, TimeSpan spent, CancellationToken cancellationToken)
    {
        if (record.Iterations >= request.MaximumUpdates) return TrainingStop.Updates;
        if (options.Stalling?.IsReached(record.Curve, options.LatestRefresh(record.Iterations)) == true) return TrainingStop.Converged;
        if (spent >= request.MaximumDuration) return TrainingStop.Duration;
        try
        {
            if (cancellationToken.IsCancellationRequested) return TrainingStop.Cancelled;
            if (options.SimulatedGap is not { } gap || record.Iterations == 0 || record.Iterations % gap.Interval != 0) return null;
            return gap.IsReached(new SddpPolicy(problem, solver, record), problem, request, cancellationToken) ? TrainingStop.Converged : null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return TrainingStop.Cancelled;
        }
    }

    private Result<TrainingResult> Finish(SddpRecord record, TrainingStop stop)
    {
        Save(record);
        return Result.Success(new TrainingResult(new SddpPolicy(problem, solver, record), stop, record.Curve), [.. _warnings]);
    }

    /// <summary>A checkpoint that cannot be written is no reason to lose the training.</summary>
    private void Save(SddpRecord record)
    {
        if (request.CheckpointFolder is not { } folder) return;
        if (SddpFile.Write(Path.Combine(folder, SddpTrainer.CheckpointFile), problem, record) is { } failure)
            _warnings.Add(failure with { Severity = DiagnosticSeverity.Warning });
    }
}
