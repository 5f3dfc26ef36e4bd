using System.Collections.Frozen;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decoding;

/// <summary>Whether numbers measure the same thing by the nouns behind them: "8 units of milk" and "3300 units of milk", not "7 units of cream".</summary>
internal static class Nouns
{
    private static readonly FrozenSet<uint> Empty =
        "unit worth total gram kg kilogram hour minute day week liter litre pound ton of".Split(' ').Select(word => Hash.Of(word)).ToFrozenSet();

    /// <summary>True when two coefficients of a column measure different things.</summary>
    public static bool AreMixed(Column column)
    {
        foreach (var (left, right) in Pairs(column))
            if (Compare(left, right) < 0) return true;
        return false;
    }

    /// <summary>True when all coefficients of a column, at least two, measure the same thing.</summary>
    public static bool AreOne(Column column)
    {
        foreach (var (left, right) in Pairs(column))
            if (Compare(left, right) <= 0) return false;
        return column.Numbers.Length > 1;
    }

    /// <summary>1 when a limit measures what a row's coefficients measure, -1 when it measures something else than all of them, 0 when the nouns do not tell.</summary>
    public static int Compare(NumberContext limit, NumberContext?[] terms)
    {
        var (agrees, disagrees) = (false, false);
        var isEach = true;
        foreach (var term in terms)
        {
            if (term is null) continue;
            var agreement = Compare(limit, term);
            agrees |= agreement > 0;
            disagrees |= agreement < 0;
            isEach &= agreement < 0;
        }

        return agrees ? disagrees ? 0 : 1 : disagrees && isEach ? -1 : 0;
    }

    /// <summary>True when a limit measures what a column measures.</summary>
    public static bool Measure(NumberContext limit, Column column)
    {
        foreach (var number in column.Numbers)
            if (Compare(limit, number) <= 0) return false;
        return true;
    }

    private static int Compare(NumberContext left, NumberContext right)
    {
        if (left.Quantity.IsMoney || right.Quantity.IsMoney) return 0;
        var (isTelling, isShared) = (false, false);
        foreach (var stem in left.UnitStems)
        {
            if (Empty.Contains(stem)) continue;
            isTelling = true;
            isShared |= right.UnitStems.Contains(stem);
        }

        return isShared ? 1 : isTelling && IsTelling(right) ? -1 : 0;
    }

    private static bool IsTelling(NumberContext number)
    {
        foreach (var stem in number.UnitStems)
            if (!Empty.Contains(stem)) return true;
        return false;
    }

    private static IEnumerable<(NumberContext Left, NumberContext Right)> Pairs(Column column)
    {
        for (var left = 0; left < column.Numbers.Length; left++)
            for (var right = left + 1; right < column.Numbers.Length; right++) yield return (column.Numbers[left], column.Numbers[right]);
    }
}
