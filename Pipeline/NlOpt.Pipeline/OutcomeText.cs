using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>The outcome of a solve as one plain sentence, and what to check where it is not what one hoped for.</summary>
internal static class OutcomeText
{
    private const double RayTolerance = 1e-9;

    public static (string Summary, string? Advice) Of(LoweredModel lowered, SolveResult result)
    {
        var plan = PlanOf(lowered, result.Primal);
        return result.Termination switch
        {
            TerminationReason.Optimal => (plan ?? "A best plan exists, but the engine did not give it.", null),
            TerminationReason.Infeasible => (
                "No plan meets all the rules at once.",
                "Check whether a number was read wrongly, whether an \"at least\" was meant as \"at most\", and whether some rule is stricter "
                + "than it must be."),
            TerminationReason.Unbounded => Unbounded(lowered, result),
            TerminationReason.InfeasibleOrUnbounded => (
                "Either no plan meets all the rules at once, or nothing limits the objective; the engine could not tell which in time.",
                "Allow more time, and check whether a limit is missing or two rules contradict each other."),
            TerminationReason.LimitReached => Stopped(
                result.Limit == SolveLimit.Time ? "The time limit was reached" : "The engine reached a limit of its own",
                plan,
                result.RelativeGap,
                "Allow more time."),
            TerminationReason.Cancelled => Stopped("The solve was cancelled", plan, result.RelativeGap, null),
            TerminationReason.Imprecise => (
                $"The engine's answer could not be confirmed: {Clause(result.Detail) ?? "it misses the rules by more than rounding"}.",
                "Very large and very small numbers in one problem cause this; other units may help."),
            TerminationReason.Failed => ($"The engine failed: {Clause(result.Detail) ?? "it gave no reason"}.", "Try another engine, or report it."),
            _ => throw new ArgumentException($"Unknown termination {result.Termination}.", nameof(result)),
        };
    }

    private static string? PlanOf(LoweredModel lowered, PrimalSolution? primal)
    {
        if (primal is null) return null;
        var amounts = lowered.Formulation.Variables.Select(variable => primal[lowered.AmountOf(variable.Id)]);
        return PlainSentence.OfPlan(lowered.Formulation, [.. amounts], primal.ObjectiveValue);
    }

    private static (string Summary, string? Advice) Unbounded(LoweredModel lowered, SolveResult result)
    {
        var objective = lowered.Formulation.Objective;
        var names = result.PrimalRay is { } ray
            ? lowered.Formulation.Variables.Where(variable => Math.Abs(ray[lowered.AmountOf(variable.Id).Index]) > RayTolerance)
                .Select(variable => variable.Name).ToList()
            : [];
        var growing = names.Count == 0 ? "" : $" Nothing limits {PlainSentence.List(names)}.";
        var direction = objective.Sense == ObjectiveSense.Maximize ? "grow" : "fall";
        return (
            $"There is no best plan: {PlainSentence.ObjectiveName(objective)} can {direction} without end.{growing}",
            "Say what limits it: is a rule missing?");
    }

    private static (string Summary, string? Advice) Stopped(string why, string? plan, double? gap, string? advice) => (plan, gap) switch
    {
        (null, _) => ($"{why} before any plan was found.", advice),
        (_, null) => ($"{why}; the best plan so far, perhaps not the best of all. {plan}", advice),
        (_, { } share) => ($"{why}; the best plan so far, at most {AmountText.Percent(Math.Round(share, 4))} from the best of all. {plan}", advice),
    };

    /// <summary>A sentence of an engine without its full stop, so that it can end one of ours.</summary>
    private static string? Clause(string? detail) => detail?.TrimEnd('.');
}
