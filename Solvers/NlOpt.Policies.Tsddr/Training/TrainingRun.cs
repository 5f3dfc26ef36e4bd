using System.Globalization;
using NlOpt.Policies.Tsddr.Gradients;
using NlOpt.Policies.Tsddr.Optimizers;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>
/// One training, from its start or checkpoint to its end. Updates come in blocks: after each the checkpoint is written and
/// the engines forget, so that a block depends on nothing but the state at its start.
/// </summary>
internal sealed class TrainingRun : IDisposable
{
    private const ulong ParameterPart = 0, PanelPart = 1, UpdatePart = 2;
    private const double MostFailuresAtStart = 0.01;
    private const int FewestPoints = 8, MostPoints = 128, FirstPoints = 512;

    private readonly MultistageProblem _problem;
    private readonly DecisionRule _rule;
    private readonly TsddrOptions _options;
    private readonly TrainingRequest _request;
    private readonly ITrainingCosts _costs;
    private readonly RandomNumbers _random;
    private readonly ISolver _solver;
    private readonly CheckpointIdentity _identity;
    private readonly long _begin;
    private TrainingState _state = null!;
    private TimeSpan _earlier;
    private Diagnostic? _unwritten; // why the latest checkpoint is not on disk

    public TrainingRun(MultistageProblem problem, DecisionRule rule, ISolver solver, TsddrOptions options, TrainingRequest request)
    {
        (_problem, _rule, _options, _request) = (problem, rule, options, request);
        _begin = request.Clock.GetTimestamp();
        _solver = solver;
        _identity = new CheckpointIdentity(
            ProblemFingerprint.Of(problem), string.Create(CultureInfo.InvariantCulture, $"{options.Describe()} seed {request.Seed}"));
        _random = new RandomNumbers(request.Seed);
        var panel = ScenarioSet.SampleStratified(problem, options.PanelSize, _random.Fork(PanelPart).Seed);
        _costs = options.Penalized is { } penalized
            ? new PenalizedTrainingCosts(problem, rule, penalized, solver, panel, request.Threads)
            : new StrictTrainingCosts(problem, rule, solver, options.UseLibrary, panel, request.Threads);
    }

    private TimeSpan Elapsed => _earlier + _request.Clock.GetElapsedTime(_begin);

    /// <summary>Makes the first state, or takes up the checkpoint.</summary>
    /// <returns>Null when there is a state; else why the checkpoint cannot be used.</returns>
    public Diagnostic? Start()
    {
        if (_request is { Resume: true, CheckpointFolder: { } folder } && File.Exists(Path.Combine(folder, CheckpointFile.Name)))
        {
            var read = CheckpointFile.Read(folder, _identity, _rule.Network.ParameterCount, _options.AveragingDecay, _costs);
            if (!read.TryGetValue(out var state)) return read.Diagnostics[0];
            (_state, _earlier) = (state, state.Elapsed);
            return null;
        }

        var parameters = new double[_rule.Network.ParameterCount];
        _rule.Network.Initialize(_random.Fork(ParameterPart), parameters);
        _state = new TrainingState
        {
            Parameters = parameters,
            Adam = new Adam(new AdamOptions(), AdamState.Start(parameters.Length)),
            Average = new AveragedWeights(_options.AveragingDecay, parameters, 0),
            CertifiedPoints = FirstPoints,
        };
        return null;
    }

    /// <summary>Trains to the end.</summary>
    public Result<TrainingResult> Execute(string name, CancellationToken cancellationToken)
    {
        var stop = Stop();
        try
        {
            if (_state.Updates == 0 && stop is null)
            {
                WriteCheckpoint();
                if (CheckStart(cancellationToken) is { } refusal) return Result.Failure<TrainingResult>(refusal);
            }

            while (stop is null)
            {
                var point = Update(cancellationToken);
                stop = Stop();
                EndUpdate(point, isLast: stop is not null, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            stop = TrainingStop.Cancelled;
        }

        if (_state is { BestOutcome: null, Updates: > 0 } && stop != TrainingStop.Cancelled)
            return Result.Failure<TrainingResult>(Unsolvable("no scenario of the panel could be solved"));
        var best = _rule with { Parameters = [.. _state.Best ?? _state.Average.Average.ToArray()] };
        return Result.Success(new TrainingResult(new DecisionRulePolicy(name, _problem, best, _solver), stop!.Value, [.. _state.Curve]), _unwritten is null ? [] : [_unwritten]);
    }

    public void Dispose() => _costs.Dispose();

    private TrainingStop? Stop() =>
        _state.Updates >= _request.MaximumUpdates ? TrainingStop.Updates : Elapsed >= _request.MaximumDuration ? TrainingStop.Duration : null;

    /// <summary>Share of the training done, in [0, 1].</summary>
    private double Progress()
    {
        var byUpdates = _request.MaximumUpdates is { } updates ? (double)_state.Updates / updates : 0;
        var byTime = _request.MaximumDuration is { } duration ? Elapsed / duration : 0;
        return Math.Min(1, Math.Max(byUpdates, byTime));
    }

    /// <summary>The phase at a point of the training, and the share of the phase that is done.</summary>
    private (TrainingPhase Phase, double Progress) PhaseAt(double progress)
    {
        foreach (var phase in _options.Phases)
        {
            if (progress < phase.Share) return (phase, progress / phase.Share);
            progress -= phase.Share;
        }

        return (_options.Phases[^1], 1);
    }

    /// <summary>Solves stages at points of the rule as it starts: what the costs need to begin with, and the proof that targets can be reached.</summary>
    private Diagnostic? CheckStart(CancellationToken cancellationToken)
    {
        var scenarios = Draw(_options.Phases[0].BatchSize);
        var batch = _costs.Evaluate(_state.Parameters, scenarios, 0, cancellationToken);
        var outcome = _costs.Certify(scenarios, FirstPoints, Random(1), cancellationToken);
        _costs.Restart();
        _state.Failures += outcome?.Failures ?? batch.Failures;
        var (failed, all, what) = outcome is { } certified
            ? (certified.Failures, certified.Points, "stages")
            : (batch.Failures, scenarios.Count, "scenarios");
        return failed > MostFailuresAtStart * all
            ? Unsolvable($"{failed} of {all} {what} could not be solved for the targets of the rule it starts with")
            : null;
    }

    private TrainingProgress Update(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var progress = Progress();
        var (phase, done) = PhaseAt(progress);
        var scenarios = Draw(phase.BatchSize);
        var batch = _costs.Evaluate(_state.Parameters, scenarios, progress, cancellationToken);
        var gap = Certify(scenarios, cancellationToken);
        _state.Failures += batch.Failures;
        var norm = Step(batch, phase.Rate(done));
        _state.Updates++;
        return new TrainingProgress(Elapsed, _state.Updates) { Cost = batch.MeanCost, CostGap = gap, GradientNorm = norm };
    }

    /// <summary>Certifies some points of the batch; the more, the more was missing before.</summary>
    /// <returns>By how much the batch's cost was too low, as far as the points tell; null where it is exact or no point was solved.</returns>
    private double? Certify(ScenarioSet scenarios, CancellationToken cancellationToken)
    {
        if (_costs.Certify(scenarios, _state.CertifiedPoints, Random(1), cancellationToken) is not { } outcome) return null;
        _state.Failures += outcome.Failures;
        if (4 * outcome.Missing > outcome.Points) _state.CertifiedPoints = Math.Min(MostPoints, 2 * outcome.Points);
        else if (16 * outcome.Missing < outcome.Points) _state.CertifiedPoints = Math.Max(FewestPoints, outcome.Points / 2);
        return outcome.Failures == outcome.Points ? null : outcome.MeanGap * _problem.StageCount;
    }

    /// <summary>What follows an update: the panel and the checkpoint where they are due, and the report.</summary>
    private void EndUpdate(TrainingProgress point, bool isLast, CancellationToken cancellationToken)
    {
        var updates = _state.Updates;
        var endsBlock = isLast || updates % _options.BlockLength == 0;
        if (isLast || updates % _options.PanelInterval == 0) point = point with { PanelCost = LookAtPanel(cancellationToken), Elapsed = Elapsed };
        point = point with { Failures = _state.Failures };
        var isReported = endsBlock || point.PanelCost is not null || IsReported(updates);
        if (isReported) _state.Curve.Add(point);
        if (endsBlock)
        {
            _costs.Restart();
            _state.Elapsed = Elapsed;
            WriteCheckpoint();
        }

        if (isReported) _request.Progress?.Invoke(point);
    }

    /// <summary>Writes the checkpoint where one is wanted. A disk that is full ends no training; it becomes a warning beside the policy.</summary>
    private void WriteCheckpoint()
    {
        if (_request.CheckpointFolder is { } folder)
            _unwritten = CheckpointFile.Write(folder, _identity, _state, _costs) is { } fault ? fault with { Severity = DiagnosticSeverity.Warning } : null;
    }

    /// <summary>All of the first updates are reported, then ever fewer, so that the curve of a long training stays short.</summary>
    private static bool IsReported(int updates)
    {
        var interval = 1;
        while (updates >= 100 * interval && interval < 100) interval *= 10;
        return updates % interval == 0;
    }

    /// <summary>Moves the parameters. A batch in which nothing was solved moves nothing.</summary>
    private double? Step(GradientBatch batch, double rate)
    {
        if (batch.MeanCost is null) return null;
        var gradient = batch.Gradient.ToArray();
        var norm = _options.LongestGradient is { } longest ? GradientClipping.ByNorm(gradient, longest) : GradientClipping.ToUnitLength(gradient);
        if (!double.IsFinite(norm))
        {
            _state.Failures++;
            return null;
        }

        _state.Adam.Step(rate, gradient, _state.Parameters);
        _state.Average.Add(_state.Parameters);
        return norm;
    }

    private double? LookAtPanel(CancellationToken cancellationToken)
    {
        var candidate = _state.Average.Average.ToArray();
        var outcome = _costs.EvaluatePanel(candidate, cancellationToken);
        _state.Failures += outcome.Failures;
        if (outcome.IsBetterThan(_state.BestOutcome)) (_state.Best, _state.BestOutcome) = (candidate, outcome);
        return outcome.Cost;
    }

    private ScenarioSet Draw(int count) => ScenarioSet.SampleStratified(_problem, count, Random(0).Seed);

    private RandomNumbers Random(ulong use) => _random.Fork(UpdatePart + 2 * (ulong)_state.Updates + use);

    private Diagnostic Unsolvable(string what) => Diagnostic.Error(
        "policy.stage-unsolvable",
        $"'{_problem.Name}' has stages that cannot be solved: {what}",
        remedy: "check that each stage is feasible for every noise and for every target that the target map allows");
}
