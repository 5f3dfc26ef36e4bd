using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>Tells whether two readings of one text mean the same, whatever templates, names and order of variables they say it with.</summary>
internal static class ReadingMeaning
{
    /// <summary>True when their variables pair up and objective and rows are equal number by number.</summary>
    public static bool AreEqual(DecodedReading left, DecodedReading right)
    {
        if (VariablePairing.Of(left.Context, right.Context) is not { } pairs) return false;
        int[] own = [.. Enumerable.Range(0, pairs.Length)];
        return Numbers(DecodedCoefficients.Objective(left), own) == Numbers(DecodedCoefficients.Objective(right), pairs)
            && Rows(left, own).SetEquals(Rows(right, pairs))
            && Clauses(left, own).SetEquals(Clauses(right, pairs));
    }

    private static HashSet<string> Rows(DecodedReading reading, int[] order) =>
        [.. reading.Rows.Select(row => Numbers(DecodedCoefficients.AtMost(row, order.Length), order))];

    private static HashSet<string> Clauses(DecodedReading reading, int[] order) =>
        [.. reading.Context.Clauses.Select(clause => ClauseMeaning.Signature(clause.Statement, variable => Array.IndexOf(order, variable.Index)))];

    /// <summary>The numbers of the variables in an order, then what stands behind them; minus zero is zero.</summary>
    private static string Numbers(double[] values, int[] order) => string.Join(
        ' ', order.Select(variable => values[variable]).Concat(values.Skip(order.Length)).Select(value => FormattableString.Invariant($"{value + 0.0:R}")));
}
