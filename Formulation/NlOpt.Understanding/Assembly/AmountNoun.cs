using System.Collections.Frozen;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Finds what a number counts: "hours of labor" in "takes 3 hours of labor per table".</summary>
internal static class AmountNoun
{
    private const int MostWords = 5;

    // "900 beads left" counts beads; "30 left shoes" counts left ones.
    private static readonly FrozenSet<string> Rests = "left free altogether spare remaining come comes were was next".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Closers = "under over during into onto before after between among until all together because right now whose".Split(' ').ToFrozenSet();

    /// <summary>The counted noun after a number; null where none follows.</summary>
    public static string? Of(ReadingContext context, NumberContext number, TextSpans spans)
    {
        var tokens = context.Tokens;
        var first = number.End;
        if (first < tokens.Length && tokens[first].Lower is "different" or "more" or "additional" or "total") first++;
        // "20 large cans" counts what the text names so.
        if (first < tokens.Length && context.VariableAt[first] >= 0)
        {
            var place = context.Occurrences.Find(place => place.First <= first && first < place.End);
            return spans.Words(first, place.End);
        }

        var end = first;
        while (end < tokens.Length && end - first < MostWords && Continues(context, first, end)) end++;
        while (end > first && (tokens[end - 1].Lower is "of" or "-" || !tokens[end - 1].IsAlphanumeric)) end--;
        return end > first ? spans.Words(first, end) : null;
    }

    private static bool Continues(ReadingContext context, int first, int index)
    {
        var token = context.Tokens[index];
        if (token.Sentence != context.Tokens[first].Sentence || context.IsNumberToken[index]) return false;
        if (index > first && token.Lower is "of")
            return index + 1 < context.Tokens.Length && context.VariableAt[index + 1] < 0 && !WordLists.UnitEnds.Contains(context.Tokens[index + 1].Lower);
        if (token.Raw == "-") return index > first;
        var ends = WordLists.UnitEnds.Contains(token.Lower) || WordLists.Function.Contains(token.Lower) || WordLists.AmountVerbs.Contains(token.Lower)
            || Closers.Contains(token.Lower) || (index > first && Rests.Contains(token.Lower))
            || (index > first && token.Lower.EndsWith("ed", StringComparison.Ordinal) && context.Tokens[index - 1].Lower != "of");
        return token.IsWord && !ends && context.VariableAt[index] < 0;
    }
}
