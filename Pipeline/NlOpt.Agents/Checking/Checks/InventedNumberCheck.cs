using System.Globalization;
using NlOpt.Formulation;

namespace NlOpt.Agents.Checking.Checks;

/// <summary>The ledger, one way: every number of the formulation must stand in the text, or follow from one that does.</summary>
internal sealed class InventedNumberCheck : ICrossCheck
{
    private const double Tolerance = 1e-6;
    private const double Invented = 1;
    private const double Converted = 0.2;
    private const double Held = 0.5;

    /// <summary>What units are worth in smaller ones of everyday life: minutes, hours, days, months, dozens, grams.</summary>
    private static readonly double[] Conversions = [60, 3600, 24, 7, 12, 52, 365, 30, 1000, 16, 100];

    /// <inheritdoc/>
    public string Name => "invented-number";

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Find(CheckedFormulation subject)
    {
        var formulation = subject.Formulation;
        foreach (var number in formulation.Objective.Numbers)
            if (Judge(number, subject) is { } finding) yield return finding;
        for (var index = 0; index < formulation.Statements.Length; index++)
        {
            // What the readings say too was found in the text, if by words that are no numbers: "both", "a pair".
            if (subject.Sides.Where(side => side.StatementIndex == index).All(side => subject.Guided.ShareOf(side) >= Held)) continue;
            foreach (var number in formulation.Statements[index].Numbers)
                if (Judge(number, subject) is { } finding) yield return finding with { StatementIndex = index };
        }
    }

    private CheckFinding? Judge(SourcedNumber number, CheckedFormulation subject)
    {
        var value = Math.Abs(number.Value);
        // One and zero follow from the kind of what is said: a count, a comparison, none of a thing.
        if (value is 0 or 1 || subject.Numbers.Any(
            said => Close(said.Value, value) || Close(said.Value, value * 100) || Close(said.Value * 100, value))) return null;
        var text = number.Value.ToString("0.######", CultureInfo.InvariantCulture);
        return subject.Numbers.Any(said =>
            Array.Exists(Conversions, factor => Close(said.Value * factor, value) || Close(said.Value, value * factor)))
            || IsCombined(value, subject)
            ? new CheckFinding(Name, $"the text does not say {text}, though it follows from what it says", Converted, Quote: number.Evidence)
            : new CheckFinding(Name, $"the text does not say {text}", Invented, Quote: number.Evidence);
    }

    /// <summary>A difference, a sum or the rest of a whole: a price less a cost, 70% where 30% is said.</summary>
    private static bool IsCombined(double value, CheckedFormulation subject) => subject.Numbers.Any(one => Close(1 - one.Value, value)
        || subject.Numbers.Any(other => one != other && (Close(one.Value - other.Value, value) || Close(one.Value + other.Value, value))));

    private static bool Close(double left, double right) => Math.Abs(left - right) <= Tolerance * Math.Max(Math.Abs(left), Math.Abs(right));
}
