using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Tells infeasible from unbounded, which engines blur, some into giving up. A problem is unbounded exactly when it has a feasible point
/// and a direction that keeps all rows and bounds for ever while the objective improves: both are looked for by solves of their own.
/// </summary>
internal sealed class SecondLook(WorkingProblem problem, Func<IEngine> createEngine, double accuracy, SolveClock clock)
{
    /// <summary>Settles the claim of an engine that came to no optimum.</summary>
    /// <param name="claim">Infeasible, unbounded, one of the two, or failed.</param>
    /// <param name="cancellationToken">Leaves the question open.</param>
    public Outcome Decide(EngineAnswer claim, CancellationToken cancellationToken)
    {
        if (claim.Status == EngineStatus.Infeasible) return new Outcome(TerminationReason.Infeasible);
        var (directions, direction) = HasOpenEnd() ? Solve(problem.Directions(), cancellationToken) : (EngineStatus.Optimal, null);
        var hasRay = direction is { } found && Gain(found) > accuracy;
        if (directions == EngineStatus.Optimal && !hasRay && claim.Status == EngineStatus.InfeasibleOrUnbounded)
            return new Outcome(TerminationReason.Infeasible); // unbounded it is not, and proving infeasibility again could take as long again
        var (feasibility, point) = Solve(problem.WithoutObjective(), cancellationToken);
        if (feasibility is EngineStatus.Infeasible or EngineStatus.InfeasibleOrUnbounded) return new Outcome(TerminationReason.Infeasible);
        if (point is null || directions != EngineStatus.Optimal) return Undecided(claim, cancellationToken);
        if (hasRay) return new Outcome(TerminationReason.Unbounded) { PrimalRay = Scaled(direction!.Value) };
        return new Outcome(TerminationReason.Imprecise)
        {
            Detail = "The engine found no optimum, but the model is feasible and bounded: " + (claim.Detail ?? "it claimed otherwise."),
            Primal = ResultCheck.Point(problem, point.Value),
        };
    }

    /// <summary>True when some variable could improve the objective without meeting a bound; most problems have none.</summary>
    private bool HasOpenEnd()
    {
        var sign = problem.Sense == ObjectiveSense.Maximize ? 1 : -1;
        for (var index = 0; index < problem.VariableCount; index++)
        {
            var improvement = sign * problem.Costs[index];
            if ((improvement > 0 && double.IsPositiveInfinity(problem.Upper[index])) || (improvement < 0 && double.IsNegativeInfinity(problem.Lower[index]))) return true;
        }

        return false;
    }

    private (EngineStatus Status, ImmutableArray<double>? Values) Solve(WorkingProblem variant, CancellationToken cancellationToken)
    {
        using var engine = createEngine();
        if (engine.Load(variant) is not null) return (EngineStatus.Failed, null);
        var answer = clock.Run(engine, cancellationToken);
        if (answer.Status != EngineStatus.Optimal || answer.Values is not { } values) return (answer.Status, null);
        return ResultCheck.IsFeasible(variant, values, accuracy) ? (answer.Status, values) : (EngineStatus.Failed, null);
    }

    private Outcome Undecided(EngineAnswer claim, CancellationToken cancellationToken)
    {
        const string Unknown = "The model is infeasible or unbounded; which of the two was not settled";
        if (cancellationToken.IsCancellationRequested) return new Outcome(TerminationReason.Cancelled);
        if (clock.IsSpent) return new Outcome(TerminationReason.LimitReached) { Limit = SolveLimit.Time, Detail = Unknown + " in time." };
        return claim.Status == EngineStatus.Failed
            ? new Outcome(TerminationReason.Failed) { Detail = claim.Detail ?? "The engine gave up without a reason." }
            : new Outcome(TerminationReason.InfeasibleOrUnbounded) { Detail = Unknown + "." };
    }

    private double Gain(ImmutableArray<double> direction)
    {
        var change = 0.0;
        for (var index = 0; index < direction.Length; index++) change += problem.Costs[index] * direction[index];
        return problem.Sense == ObjectiveSense.Maximize ? change : -change;
    }

    private ImmutableArray<double> Scaled(ImmutableArray<double> direction)
    {
        var largest = direction.Max(Math.Abs);
        return [.. direction.Select(entry => Math.Abs(entry) <= accuracy * largest ? 0 : entry / largest)];
    }
}
