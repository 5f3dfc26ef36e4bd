using NlOpt.Dialogue.Elicitation;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Simulation.Hidden;

/// <summary>Says the numbers of a hidden problem with the words that its text puts behind them: "400 hours of stirring time".</summary>
internal sealed class AmountWords(HiddenProblem problem)
{
    private const int LongestPercentage = 6;

    /// <summary>What a weighted sum measures: the longest words that the text puts behind one of its numbers; empty where there are none.</summary>
    public string MeasureOf(Statement.WeightedSum sum)
    {
        var behind = sum.Numbers.Select(Behind).Where(words => words.Length > 0).ToList();
        if (sum.Unit is { } unit)
        {
            var fitting = behind.Where(words => words.StartsWith(unit, StringComparison.OrdinalIgnoreCase)).ToList();
            return fitting.Count > 0 ? fitting.MaxBy(words => words.Length)! : AmountText.IsCurrency(unit) ? "" : unit;
        }

        // Words that stand behind more than one number are what is measured.
        return behind.GroupBy(words => words, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key.Length)
            .Select(group => group.Key).FirstOrDefault() ?? "";
    }

    /// <summary>Whether a number is money.</summary>
    public bool IsMoney(SourcedNumber number, string? unit) => AmountText.IsCurrency(unit)
        || (number.Evidence is { Start: > 0 and var start } && start <= problem.Text.Length && problem.Text[start - 1] == '$');

    /// <summary>An amount with its measure; money with its sign.</summary>
    public string Say(SourcedNumber number, string? unit, string measure)
    {
        if (IsMoney(number, unit)) return AmountText.Of(number.Value, "$");
        return measure.Length == 0 ? AmountText.Of(number.Value) : $"{AmountText.Of(number.Value)} {measure}";
    }

    /// <summary>A share: as the text writes it where that is shorter than its percentage, as for a third.</summary>
    public string Share(SourcedNumber number)
    {
        var percent = AmountText.Percent(number.Value);
        return percent.Length > LongestPercentage && number.Evidence is { } evidence && evidence.End <= problem.Text.Length
            ? problem.Text[evidence.Start..evidence.End]
            : percent;
    }

    private string Behind(SourcedNumber number) =>
        number.Evidence is { } evidence && evidence.End <= problem.Text.Length ? MeasureWords.After(problem.Text, evidence.End) : "";
}
