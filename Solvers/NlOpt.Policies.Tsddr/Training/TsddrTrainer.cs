using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>
/// Trains two-stage deep decision rules through Lagrangian duals (TS-DDR; with a linear network TS-LDR). A rule names the target state of
/// each stage, programs find the cheapest way there, and the duals of the targets go back through the recurrence of the rule. Targets are
/// strict, made reachable by the map of the problem, or may be missed at a price.
/// </summary>
public sealed class TsddrTrainer : IPolicyTrainer
{
    /// <summary>Updates of a training whose request sets no budget.</summary>
    public const int DefaultUpdates = 4000;

    /// <summary>Name of the checkpoint within its folder.</summary>
    public const string CheckpointFile = Training.CheckpointFile.Name;

    private readonly ISolver _solver;
    private readonly TsddrOptions _options;

    /// <summary>Makes a trainer.</summary>
    /// <param name="solver">An engine for linear programs with dual values and incremental changes.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    public TsddrTrainer(ISolver solver, TsddrOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(solver);
        _solver = solver;
        _options = options ?? new TsddrOptions();
    }

    /// <inheritdoc/>
    public string Method => _options.Network is NetworkShape.Linear ? "tsldr" : "tsddr";

    /// <inheritdoc/>
    public Result<TrainingResult> Train(MultistageProblem problem, TrainingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(request);
        if (FaultOfEngine(problem) is { } fault) return Result.Failure<TrainingResult>(fault);
        var penalty = _options.Penalized is { } penalized ? penalized.Penalty ?? TargetPenalty.Of(problem) : null;
        if ((penalty is null ? problem.TargetMap : new StateBoxMap(problem)) is not { } map)
        {
            return Result.Failure<TrainingResult>(Diagnostic.Error(
                "policy.no-target-map",
                $"the problem '{problem.Name}' does not say which targets can be reached, so strict targets cannot be trained",
                remedy: "give the problem a target map, or train with penalised targets"));
        }

        var rule = new DecisionRule(_options.Network, [], RuleFeatures.Of(problem), _options.Activation, map, penalty);
        if (request is { MaximumUpdates: null, MaximumDuration: null }) request = request with { MaximumUpdates = DefaultUpdates };
        using var run = new TrainingRun(problem, rule, _solver, _options, request);
        return run.Start() is { } refusal
            ? Result.Failure<TrainingResult>(refusal)
            : run.Execute(Method, cancellationToken);
    }

    /// <summary>Why the engine cannot train the problem: said before any work is spread over threads; null when it can.</summary>
    private Diagnostic? FaultOfEngine(MultistageProblem problem)
    {
        if (!_solver.Capabilities.DualValues)
        {
            return Diagnostic.Error(
                "solve.unsupported", $"the engine {_solver.Name} has no dual values, of which gradients are made", remedy: "choose another engine");
        }

        foreach (var stage in problem.Stages)
        {
            var opened = _solver.Open(stage.Model);
            if (!opened.TryGetValue(out var session)) return opened.Diagnostics[0];
            session.Dispose();
        }

        return null;
    }
}
