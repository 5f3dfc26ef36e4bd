using NlOpt.Policies.Sddp.Cuts;
using NlOpt.Policies.Sddp.Files;
using NlOpt.Policies.Sddp.RiskMeasures;

namespace NlOpt.Policies.Sddp;

/// <summary>
/// Stochastic dual dynamic programming (Pereira and Pinto 1991): cuts below the cost to go, made where sampled paths come through, with a
/// proved bound. See docs/explanation/sddp.md. Every stage must have a plan of finite cost from each state that can be reached.
/// </summary>
public sealed class SddpTrainer : IPolicyTrainer
{
    /// <summary>Name of the checkpoint within its folder; <see cref="SddpPolicy.Load"/> reads it too.</summary>
    public const string CheckpointFile = "sddp.json";

    private readonly ISolver _solver;
    private readonly SddpOptions _options;

    /// <summary>Makes a trainer.</summary>
    /// <param name="solver">An engine for linear programs with dual values and incremental changes.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <exception cref="ArgumentException">Simulated costs shall end a training that minimizes something else than the expected cost.</exception>
    public SddpTrainer(ISolver solver, SddpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(solver);
        (_solver, _options) = (solver, options ?? new SddpOptions());
        if (_options is { SimulatedGap: not null, RiskMeasure: not Expectation })
            throw new ArgumentException("A bound on a risk-adjusted cost says nothing about the mean of simulated costs.", nameof(options));
    }

    /// <inheritdoc/>
    public string Method => "sddp";

    /// <inheritdoc/>
    public Result<TrainingResult> Train(MultistageProblem problem, TrainingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(request);
        if (problem.StageCostLowerBound is null)
        {
            return Result.Failure<TrainingResult>(Diagnostic.Error(
                "sddp.no-lower-bound", $"'{problem.Name}' does not say what a stage costs at least, so cuts have nothing to start from",
                new DiagnosticLocation(Source: problem.Name), "give the problem a lower bound on the cost of a stage"));
        }

        foreach (var stage in problem.Stages)
        {
            var opened = StageSession.Open(stage, _solver, 0);
            if (!opened.TryGetValue(out var session)) return Result.Failure<TrainingResult>(opened.Diagnostics);
            session.Dispose();
        }

        var begun = Begin(problem, request);
        return begun.TryGetValue(out var record)
            ? new SddpTraining(problem, _solver, _options, request).Run(record, cancellationToken)
            : Result.Failure<TrainingResult>(begun.Diagnostics);
    }

    private Result<SddpRecord> Begin(MultistageProblem problem, TrainingRequest request)
    {
        var fresh = new SddpRecord
        {
            Fingerprint = ProblemFingerprint.Of(problem),
            Seed = request.Seed,
            Settings = FormattableString.Invariant(
                $"{_options.Settings}; stages cost at least {problem.StageCostLowerBound:R}; engine {_solver.Name}"),
            CutKind = _options.CutKind,
            Iterations = 0,
            Bound = null,
            Points = [.. Enumerable.Repeat(ImmutableArray<TrialPoint>.Empty, problem.StageCount - 1)],
        };
        if (request is not { Resume: true, CheckpointFolder: { } folder } || Path.Combine(folder, CheckpointFile) is var path && !File.Exists(path))
            return Result.Success(fresh);
        var read = SddpFile.Read(path, problem);
        if (!read.TryGetValue(out var kept)) return read;
        if (kept.Seed == fresh.Seed && kept.Settings == fresh.Settings && kept.Curve.Length == kept.Iterations) return Result.Success(kept);
        return Result.Failure<SddpRecord>(Diagnostic.Error(
            "sddp.other-training", $"holds a training of seed {kept.Seed} ({kept.Settings}), not of seed {fresh.Seed} ({fresh.Settings})",
            new DiagnosticLocation(Source: path), "train with the same seed and settings, or without resuming"));
    }
}
