using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Tells infeasible from unbounded, which engines blur. A problem is unbounded exactly when it has a feasible point and a direction
/// that keeps all rows and bounds for ever while the objective improves: both are looked for by solves of their own.
/// </summary>
internal sealed class SecondLook(WorkingProblem problem, Func<IEngine> createEngine, double accuracy, SolveClock clock)
{
    /// <summary>Settles a claim.</summary>
    /// <param name="claim">Infeasible, unbounded, or one of the two.</param>
    /// <param name="cancellationToken">Leaves the question open.</param>
    public Outcome Decide(EngineStatus claim, CancellationToken cancellationToken)
    {
        if (claim == EngineStatus.Infeasible) return new Outcome(TerminationReason.Infeasible);

        // Without a direction the claim can only mean infeasible, and the linear program of directions is the cheaper one to solve.
        var (directions, improvement) = Solve(problem.Directions(), cancellationToken);
        if (directions != EngineStatus.Optimal || improvement is null) return Undecided(cancellationToken);
        var hasRay = Gain(improvement) > accuracy;
        var (feasibility, point) = Solve(problem.WithoutObjective(), cancellationToken);
        return (feasibility, hasRay) switch
        {
            (EngineStatus.Infeasible or EngineStatus.InfeasibleOrUnbounded, _) => new Outcome(TerminationReason.Infeasible),
            (EngineStatus.Optimal, true) => new Outcome(TerminationReason.Unbounded) { PrimalRay = Scaled(improvement) },
            (EngineStatus.Optimal, false) when point is not null => new Outcome(TerminationReason.Imprecise)
            {
                Detail = "The engine found no optimum, but the model is feasible and bounded.",
                Primal = ResultCheck.Point(problem, point),
            },
            _ => Undecided(cancellationToken),
        };
    }

    private (EngineStatus Status, double[]? Values) Solve(WorkingProblem variant, CancellationToken cancellationToken)
    {
        using var engine = createEngine();
        if (engine.Load(variant) is not null) return (EngineStatus.Failed, null);
        var answer = clock.Run(engine, cancellationToken);
        if (answer.Status != EngineStatus.Optimal || answer.Values is not { } values) return (answer.Status, null);
        return ResultCheck.IsFeasible(variant, values, accuracy) ? (answer.Status, values) : (EngineStatus.Failed, null);
    }

    private Outcome Undecided(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? new Outcome(TerminationReason.Cancelled)
        : clock.IsSpent ? new Outcome(TerminationReason.LimitReached) { Limit = SolveLimit.Time, Detail = "The model is infeasible or unbounded; no time was left to tell which." }
        : new Outcome(TerminationReason.InfeasibleOrUnbounded) { Detail = "The engine could not tell which." };

    private double Gain(double[] direction)
    {
        var change = 0.0;
        for (var index = 0; index < direction.Length; index++) change += problem.Costs[index] * direction[index];
        return problem.Sense == ObjectiveSense.Maximize ? change : -change;
    }

    private ImmutableArray<double> Scaled(double[] direction)
    {
        var largest = direction.Max(Math.Abs);
        return [.. direction.Select(entry => Math.Abs(entry) <= accuracy * largest ? 0 : entry / largest)];
    }
}
