using NlOpt.Policies.Sddp.Cuts;
using NlOpt.Policies.Sddp.Files;
using NlOpt.Policies.Sddp.Passes;

namespace NlOpt.Policies.Sddp;

/// <summary>One training: iterations until something ends it, checkpoints between.</summary>
internal sealed class SddpTraining(MultistageProblem problem, ISolver solver, SddpOptions options, TrainingRequest request)
{
    private readonly List<Diagnostic> _warnings = [];

    /// <summary>Goes on from a record.</summary>
    public Result<TrainingResult> Run(SddpRecord record, CancellationToken cancellationToken)
    {
        var began = request.Clock.GetTimestamp();
        var spent = record.Curve.IsEmpty ? TimeSpan.Zero : record.Curve[^1].Elapsed;
        if (FindStop(record.Curve, spent, cancellationToken) is { } over) return Finish(record, over);

        // Sessions begin afresh at a block, so that is where the bases are known that the next solves start from.
        record = record.Until(record.Iterations - record.Iterations % options.SelectionInterval);
        var pools = CutPools.Of(problem, options.CutKind, record.Points);
        var curve = record.Curve.ToBuilder();
        SddpRecord Now() => record with
        {
            Iterations = curve.Count,
            Bound = curve.Count == 0 ? null : curve[^1].Bound,
            Points = [.. pools.Select(pool => pool.Points)],
            Curve = curve.ToImmutable(),
        };

        using var passes = new SddpPasses(problem, solver, options, request.Seed, request.Threads, pools);
        while (true)
        {
            var result = passes.Run(curve.Count + 1, cancellationToken);
            if (cancellationToken.IsCancellationRequested) return Finish(Now().Until(curve.Count), TrainingStop.Cancelled);
            var previous = curve.Count == 0 ? null : curve[^1];
            if (result.Failures.FirstOrDefault(failure => failure.IsOfProblem || result.Bound is null && previous is null) is { } failure)
                return Result.Failure<TrainingResult>(failure.Describe(problem));
            var progress = new TrainingProgress(spent + request.Clock.GetElapsedTime(began), curve.Count + 1)
            {
                Cost = result.Cost,
                Bound = previous?.Bound is { } before && !(result.Bound > before) ? before : result.Bound,
                Failures = (previous?.Failures ?? 0) + result.Failures.Length,
            };
            curve.Add(progress);
            request.Progress?.Invoke(progress);
            if (FindStop(curve, progress.Elapsed, cancellationToken) is { } stop) return Finish(Now(), stop);
            if (curve.Count % options.SelectionInterval == 0) Save(Now());
        }
    }

    private TrainingStop? FindStop(IReadOnlyList<TrainingProgress> curve, TimeSpan spent, CancellationToken cancellationToken) =>
        curve.Count >= request.MaximumUpdates ? TrainingStop.Updates
        : options.Stalling?.IsReached(curve) == true ? TrainingStop.Converged
        : spent >= request.MaximumDuration ? TrainingStop.Duration
        : cancellationToken.IsCancellationRequested ? TrainingStop.Cancelled
        : null;

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
