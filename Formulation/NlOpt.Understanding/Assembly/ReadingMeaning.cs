using NlOpt.Formulation;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>Tells whether two readings mean the same, whatever templates and names they say it with.</summary>
internal static class ReadingMeaning
{
    /// <summary>True when objective and rows are equal number by number and the text names each pair of variables in a common place.</summary>
    public static bool AreEqual(AssembledReading left, AssembledReading right)
    {
        var (count, other) = (left.Reading.Context.Count, right.Reading.Context.Count);
        return count == other
            && DecodedCoefficients.Objective(left.Reading).AsSpan().SequenceEqual(DecodedCoefficients.Objective(right.Reading))
            && Rows(left.Reading).SetEquals(Rows(right.Reading))
            && left.Formulation.Variables.Zip(right.Formulation.Variables).All(pair => ShareMention(pair.First, pair.Second));
    }

    private static HashSet<string> Rows(DecodedReading reading) =>
        [.. reading.Rows.Select(row => string.Join(' ', DecodedCoefficients.AtMost(row, reading.Context.Count).Select(value => FormattableString.Invariant($"{value + 0.0:R}"))))];

    private static bool ShareMention(DecisionVariable left, DecisionVariable right) =>
        left.Mentions.Any(one => right.Mentions.Any(other => one.Turn == other.Turn && one.Start < other.End && other.Start < one.End));
}
