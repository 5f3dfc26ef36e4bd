using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decoding;

/// <summary>Whether numbers measure the same thing by the nouns behind them: "8 units of milk" and "3300 units of milk", not "7 units of cream".</summary>
internal static class Nouns
{
    private static readonly HashSet<uint> Empty = [.. "unit worth total gram kg kilogram hour minute day week liter litre pound ton of".Split(' ').Select(word => Hash.Of(word))];

    /// <summary>True when two coefficients of a column measure different things.</summary>
    public static bool AreMixed(Column column) => Pairs(column).Any(pair => Compare(pair.Left, pair.Right) < 0);

    /// <summary>True when all coefficients of a column, at least two, measure the same thing.</summary>
    public static bool AreOne(Column column) => column.Numbers.Count > 1 && Pairs(column).All(pair => Compare(pair.Left, pair.Right) > 0);

    /// <summary>1 when a limit measures what a row's coefficients measure, -1 when it measures something else than all of them, 0 when the nouns do not tell.</summary>
    public static int Compare(NumberContext limit, NumberContext?[] terms)
    {
        var agreements = terms.OfType<NumberContext>().Distinct().Select(term => Compare(limit, term)).ToList();
        return agreements.Contains(1) ? agreements.Contains(-1) ? 0 : 1 : agreements.Count > 0 && agreements.TrueForAll(item => item < 0) ? -1 : 0;
    }

    /// <summary>True when a limit measures what a column measures.</summary>
    public static bool Measure(NumberContext limit, Column column) => column.Numbers.All(number => Compare(limit, number) > 0);

    private static int Compare(NumberContext left, NumberContext right)
    {
        if (left.Quantity.IsMoney || right.Quantity.IsMoney) return 0;
        var (one, other) = (Telling(left), Telling(right));
        if (one.Count == 0 || other.Count == 0) return 0;
        return one.Overlaps(other) ? 1 : -1;
    }

    private static HashSet<uint> Telling(NumberContext number) => [.. number.UnitStems.Where(stem => !Empty.Contains(stem))];

    private static IEnumerable<(NumberContext Left, NumberContext Right)> Pairs(Column column)
    {
        for (var left = 0; left < column.Numbers.Count; left++)
            for (var right = left + 1; right < column.Numbers.Count; right++) yield return (column.Numbers[left], column.Numbers[right]);
    }
}
