using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Says how one plan differs from another of the same amounts.</summary>
internal static class Comparing
{
    private const double Tolerance = 1e-6;

    /// <summary>The amounts that differ, as in <c>9 chairs instead of 10 and 14 tables instead of 12</c>; null when none does.</summary>
    public static string? Differences(Solution before, Solution after)
    {
        List<string> changes = [];
        foreach (var (was, now) in before.Plan.Zip(after.Plan))
        {
            if (Math.Abs(was.Amount - now.Amount) <= Tolerance * Math.Max(1, Math.Abs(was.Amount))) continue;
            changes.Add($"{now.Text} instead of {Bare(was.Amount, was.Variable)}");
        }

        return changes.Count == 0 ? null : PlainSentence.List(changes);
    }

    /// <summary>What a change of the objective means, as in <c>$40 more</c>.</summary>
    public static string Gain(double gain, ProblemFormulation formulation) =>
        $"{LimitWords.OfObjective(Math.Abs(gain), formulation)} {(gain > 0 ? "more" : "less")}";

    public static string OfChange(Solution before, Solution after)
    {
        if (after.Result.Primal is not { } now || before.Result.Primal is not { } was)
            return after.Summary + (after.Advice is { } advice ? " " + advice : "");
        var formulation = after.Formulation;
        var name = PlainSentence.ObjectiveName(formulation.Objective);
        var gain = now.ObjectiveValue - was.ObjectiveValue;
        var isSame = IsNothing(gain, was.ObjectiveValue);
        var worth = isSame
            ? $"{Capital(name)} would stay {LimitWords.OfObjective(was.ObjectiveValue, formulation)}"
            : $"{Capital(name)} would be {LimitWords.OfObjective(now.ObjectiveValue, formulation)}, {Gain(gain, formulation)}";
        var caution = after.Result.Termination == TerminationReason.Optimal ? "" : " The solve was stopped, so there may be a better plan.";
        return (Differences(before, after), isSame) switch
        {
            (null, true) => $"Nothing would change: the plan stays the best one.{caution}",
            (null, _) => $"{worth}, with the same plan.{caution}",
            ({ } changes, _) => $"{worth}: {changes}.{caution}",
        };
    }

    public static bool IsNothing(double gain, double value) => Math.Abs(gain) <= Tolerance * Math.Max(1, Math.Abs(value));

    public static string Bare(double amount, DecisionVariable variable)
    {
        var readable = AmountText.Readable(amount, variable.Unit);
        return readable == 0 ? "none" : AmountText.IsCurrency(variable.Unit) ? AmountText.Of(readable, variable.Unit) : AmountText.Of(readable);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
