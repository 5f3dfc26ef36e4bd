using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Agents.Checking;

/// <summary>Whether the best plans of two models are worth the same.</summary>
internal static class OptimumComparison
{
    private const double Tolerance = 1e-6;

    /// <summary>
    /// True where both have a best plan of equal value or neither has one for the same reason; null where an engine could not tell.
    /// </summary>
    public static bool? Agree(ISolver solver, Model one, Model other, SolveOptions options, CancellationToken cancellationToken)
    {
        if (!solver.SolveByCases(one, options, cancellationToken).TryGetValue(out var left)
            || !solver.SolveByCases(other, options, cancellationToken).TryGetValue(out var right)) return null;
        if (left.Termination != TerminationReason.Optimal || right.Termination != TerminationReason.Optimal)
            return IsAnswer(left.Termination) && IsAnswer(right.Termination) ? left.Termination == right.Termination : null;
        var (first, second) = (left.Primal!.ObjectiveValue, right.Primal!.ObjectiveValue);
        return Math.Abs(first - second) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(first), Math.Abs(second)));
    }

    private static bool IsAnswer(TerminationReason reason) =>
        reason is TerminationReason.Optimal or TerminationReason.Infeasible or TerminationReason.Unbounded;
}
