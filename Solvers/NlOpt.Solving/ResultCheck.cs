using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Turns what an engine claims into what has been confirmed, by arithmetic on the problem alone. A linear program's optimum is believed
/// only with dual values that prove it; other optima need a bound that fits.
/// </summary>
internal static class ResultCheck
{
    // Beyond this many times the declared accuracy, values are not imprecise but wrong, and nobody should see them.
    private const double WrongFactor = 1000;

    public static Outcome Check(WorkingProblem problem, EngineAnswer answer, double relativeGap, double accuracy)
    {
        var claimsOptimum = answer.Status == EngineStatus.Optimal;
        var bound = answer.DualBound is { } claimed && ModelValidator.IsAcceptable(claimed) ? claimed : (double?)null;
        if (answer.Values is not { } values)
            return claimsOptimum ? Failed("The engine claimed an optimum but gave no values.") : Stopped(answer, null, bound);
        if (values.Length != problem.VariableCount || !values.All(double.IsFinite))
            return claimsOptimum ? Failed("The engine gave values that are no numbers.") : Stopped(answer, null, bound);

        var point = Tidy(problem, values, accuracy);
        var violation = Residuals.Largest(problem, point.AsSpan());
        if (!claimsOptimum) return Stopped(answer, violation.Size <= accuracy ? Point(problem, point) : null, bound);
        if (violation.Size > accuracy * WrongFactor) return Failed($"The engine claimed an optimum, but {violation}.");
        var primal = Point(problem, point);
        if (violation.Size > accuracy) return Imprecise(primal, $"In the values of the engine {violation}.");
        return problem.IsLinearProgram && answer.DualValues is { } dualValues
            ? CheckDual(problem, primal, dualValues, accuracy)
            : CheckBound(problem, primal, bound, Math.Max(relativeGap, accuracy));
    }

    /// <summary>True when values satisfy every row, bound and integrality within a scaled accuracy.</summary>
    public static bool IsFeasible(WorkingProblem problem, ImmutableArray<double> values, double accuracy) =>
        values.Length == problem.VariableCount && values.All(double.IsFinite) && Residuals.Largest(problem, values.AsSpan()).Size <= accuracy;

    /// <summary>Values with their objective.</summary>
    public static PrimalSolution Point(WorkingProblem problem, ImmutableArray<double> values)
    {
        var objective = problem.ObjectiveConstant;
        for (var index = 0; index < values.Length; index++) objective += problem.Costs[index] * values[index];
        return new PrimalSolution(objective, values);
    }

    private static Outcome CheckDual(WorkingProblem problem, PrimalSolution primal, ImmutableArray<double> dualValues, double accuracy)
    {
        if (dualValues.Length != problem.RowCount || !dualValues.All(double.IsFinite))
            return Imprecise(primal, "The engine gave dual values that are no numbers, so the optimum is not proved.");
        var proof = DualProof.Of(problem, dualValues, accuracy);
        if (proof.Objection is { } objection) return Imprecise(primal, $"The dual values of the engine do not prove its optimum: {objection}.");
        var gap = Math.Abs(primal.ObjectiveValue - proof.Bound) / Math.Max(1, Math.Max(Math.Abs(primal.ObjectiveValue), proof.LargestTerm));
        return gap <= accuracy
            ? new Outcome(TerminationReason.Optimal) { Primal = primal, Dual = proof.Solution, DualBound = proof.Bound }
            : Imprecise(primal, string.Create(
                CultureInfo.InvariantCulture, $"The dual values of the engine prove {proof.Bound:G9}, not its optimum {primal.ObjectiveValue:G9}."));
    }

    private static Outcome CheckBound(WorkingProblem problem, PrimalSolution primal, double? bound, double tolerance)
    {
        if (bound is not { } proved) return Imprecise(primal, "The engine gave nothing that proves its optimum.");
        var lead = (primal.ObjectiveValue - proved) / Math.Max(1, Math.Abs(primal.ObjectiveValue));
        if (problem.Sense == ObjectiveSense.Maximize) lead = -lead;
        var numbers = string.Create(CultureInfo.InvariantCulture, $"value {primal.ObjectiveValue:G9}, bound {proved:G9}");
        if (lead < -tolerance) return Imprecise(primal, $"The engine's solution is better than its own bound ({numbers}).");
        return lead <= tolerance
            ? new Outcome(TerminationReason.Optimal) { Primal = primal, DualBound = proved }
            : Imprecise(primal, $"The engine claimed an optimum with a gap left ({numbers}).") with { DualBound = proved };
    }

    /// <summary>Whole numbers for integer variables and values within bounds, where that breaks no row.</summary>
    private static ImmutableArray<double> Tidy(WorkingProblem problem, ImmutableArray<double> values, double accuracy)
    {
        var tidy = new double[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var value = problem.IsInteger[index] ? Math.Round(values[index]) : values[index];
            tidy[index] = Math.Min(Math.Max(value, problem.Lower[index]), problem.Upper[index]) + 0.0; // + 0.0 turns -0 into 0
        }

        var before = Residuals.Largest(problem, values.AsSpan()).Size;
        return before > accuracy * WrongFactor || Residuals.Largest(problem, tidy).Size > Math.Max(before, accuracy) ? values : ImmutableCollectionsMarshal.AsImmutableArray(tidy);
    }

    private static Outcome Failed(string detail) => new(TerminationReason.Failed) { Detail = detail };

    private static Outcome Imprecise(PrimalSolution primal, string detail) => new(TerminationReason.Imprecise) { Primal = primal, Detail = detail };

    private static Outcome Stopped(EngineAnswer answer, PrimalSolution? primal, double? bound) =>
        new(TerminationReason.LimitReached) { Primal = primal, DualBound = bound, Detail = answer.Detail };
}
