using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>
/// Trains two-stage deep decision rules through Lagrangian duals (TS-DDR; with a linear network TS-LDR): targets that the map makes
/// reachable, stages solved for the targets, gradients from the duals of the stages back through the recurrence of the rule.
/// </summary>
public sealed class TsddrTrainer : IPolicyTrainer
{
    /// <summary>Updates of a training whose request sets no budget.</summary>
    public const int DefaultUpdates = 4000;

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
        if (problem.TargetMap is not { } map)
        {
            return Result.Failure<TrainingResult>(Diagnostic.Error(
                "policy.no-target-map",
                $"the problem '{problem.Name}' does not say which targets can be reached, so strict targets cannot be trained",
                remedy: "give the problem a target map, or train with penalised targets"));
        }

        var features = RuleFeatures.Of(problem);
        var network = _options.Network.Make(features.Count, problem.State.Length, features.NoiseCount);
        var rule = new DecisionRule(network, [.. new double[network.ParameterCount]], features, _options.Activation, map);
        if (request is { MaximumUpdates: null, MaximumDuration: null }) request = request with { MaximumUpdates = DefaultUpdates };
        using var run = new TrainingRun(problem, rule, _solver, _options, request);
        return run.Start() is { } refusal
            ? Result.Failure<TrainingResult>(refusal)
            : run.Execute(Method, cancellationToken);
    }
}
