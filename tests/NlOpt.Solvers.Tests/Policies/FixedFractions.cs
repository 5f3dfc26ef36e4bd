using NlOpt.Modeling;
using NlOpt.Policies;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Targets;
using NlOpt.Solving.OrTools;

namespace NlOpt.Solvers.Tests.Policies;

/// <summary>Steers every stage to the target of given fractions, one a stage and state: a policy like any other, only not a clever one.</summary>
internal sealed class FixedFractions(MultistageProblem problem, double[][] fractions) : IPolicy, IPolicySession
{
    private readonly TargetStage _stage = new(problem.StageAt(0));
    private TargetSession? _session;

    public string Name => "fixed fractions";

    public Result<IPolicySession> Open() => Result.Success<IPolicySession>(new FixedFractions(problem, fractions));

    public void Begin()
    {
        Dispose();
        _session = TargetSession.Open(_stage, OrToolsSolvers.Clp).Value;
    }

    public StageDecision Decide(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
    {
        var target = new double[incoming.Length];
        problem.TargetMap!.Map(stage, incoming, noise, fractions[stage], target);
        var parameters = new double[_stage.ParametricRows.Length];
        _stage.Parameters(incoming, noise, target, parameters);
        var result = _session!.Solve(parameters, new double[parameters.Length], cancellationToken);
        if (result.Primal is not { } primal) return new StageDecision(result.Termination, 0, [], [], result.Detail);
        var values = _stage.Restore(primal.Values, target);
        return new StageDecision(
            result.Termination,
            _stage.TargetCost(target) + primal.ObjectiveValue,
            [.. target],
            [.. _stage.Stage.Measures.Select(measure => measure.Evaluate(values))]);
    }

    public void Dispose() => _session?.Dispose();
}
