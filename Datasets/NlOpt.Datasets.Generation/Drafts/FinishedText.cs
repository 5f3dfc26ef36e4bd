using System.Collections.Immutable;
using System.Text;

namespace NlOpt.Datasets.Generation.Drafts;

/// <summary>A finished text: articles chosen, capitals and blanks in place, marks where the words now stand.</summary>
/// <param name="Text">The text.</param>
/// <param name="Marks">The marks, by start, the longer first.</param>
internal sealed record FinishedText(string Text, ImmutableArray<Mark> Marks)
{
    /// <summary>Finishes a draft.</summary>
    public static FinishedText Of(TextDraft draft)
    {
        var raw = draft.Text;
        var text = new StringBuilder(raw.Length);
        var places = new int[raw.Length + 1];
        var capital = false;
        for (var index = 0; index < raw.Length; index++)
        {
            places[index] = text.Length;
            var sign = raw[index];
            if (sign == TextDraft.Capital)
            {
                capital = true;
            }
            else if (sign == TextDraft.Article)
            {
                text.Append(capital ? 'A' : 'a');
                if (WantsAn(raw, index + 1)) text.Append('n');
                capital = false;
            }
            else if (sign == ' ' && (text.Length == 0 || text[^1] is ' ' or '\n' || IsClosing(raw, index + 1)))
            {
                continue;
            }
            else
            {
                text.Append(capital && char.IsLetter(sign) ? char.ToUpperInvariant(sign) : sign);
                if (char.IsLetterOrDigit(sign) || sign is '$') capital = false;
            }
        }

        places[raw.Length] = text.Length;
        var finished = text.ToString();
        var marks = draft.Marks.Select(mark => Trimmed(finished, mark with { Start = places[mark.Start], End = places[mark.End] }));
        return new(finished, Sorted(marks.Where(mark => mark.End > mark.Start)));
    }

    /// <summary>The marks in their order.</summary>
    public static ImmutableArray<Mark> Sorted(IEnumerable<Mark> marks) =>
        [.. marks.Distinct().OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End).ThenBy(mark => mark.Kind).ThenBy(mark => mark.Key)];

    private static bool IsClosing(string raw, int index)
    {
        while (index < raw.Length && raw[index] is ' ' or TextDraft.Capital) index++;
        return index >= raw.Length || raw[index] is ' ' or '.' or ',' or ';' or '?' or ':' or ')' or '\n' or '%';
    }

    private static bool WantsAn(string raw, int index)
    {
        while (index < raw.Length && !char.IsLetterOrDigit(raw[index])) index++;
        var rest = raw.AsSpan(index);
        if (rest.IsEmpty) return false;
        foreach (var consonant in (ReadOnlySpan<string>)["uni", "use", "usu", "one", "once", "eu", "ute"])
            if (rest.StartsWith(consonant, StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("unim", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var vowel in (ReadOnlySpan<string>)["hour", "honest", "heir", "8", "11 ", "11-", "18", "SUV", "MP", "X-", "LED", "HD "])
            if (rest.StartsWith(vowel, StringComparison.Ordinal)) return true;
        return char.ToLowerInvariant(rest[0]) is 'a' or 'e' or 'i' or 'o' or 'u';
    }

    private static Mark Trimmed(string text, Mark mark)
    {
        var (start, end) = (mark.Start, mark.End);
        while (start < end && text[start] is ' ' or '\n') start++;
        while (end > start && text[end - 1] is ' ' or '\n') end--;
        return mark with { Start = start, End = end };
    }
}
