using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Mends slips of the fingers in words that are known from the conversation, or that carry the meaning of rules.</summary>
internal static partial class Spelling
{
    private const int ShortestWord = 4;

    private static readonly FrozenSet<string> KeyWords = FrozenSet.ToFrozenSet((
        "least most more fewer less than maximum minimum exactly together total number twice between limit limited available budget spend spent "
            + "needed needs takes uses gives must cannot exceed reach smallest largest lowest highest small large little possible maximize minimize "
            + "profit cost many each every both other others nothing right wrong there limits hours minutes grams units dollars required amounts "
            + "things choosing decide about half third thirds quarter double left forgot rule rules").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(match => match.Value);

    /// <summary>The message with each unknown word replaced by the known word it is one slip away from.</summary>
    /// <param name="message">The message.</param>
    /// <param name="names">Words of the things to decide on, which come first.</param>
    /// <param name="known">Other words of the conversation so far.</param>
    public static string Mend(string message, IReadOnlySet<string> names, IReadOnlySet<string> known) => Word().Replace(message, match =>
    {
        var word = match.Value;
        if (word.Length < ShortestWord || names.Contains(word) || KeyWords.Contains(word)) return word;
        if ((Near(word, names) ?? (known.Contains(word) ? null : Near(word, KeyWords) ?? Near(word, known))) is not { } meant) return word;
        return char.IsUpper(word[0]) ? char.ToUpperInvariant(meant[0]) + meant[1..] : meant;
    });

    /// <summary>The only word that is one slip away; null where there is none or more than one.</summary>
    private static string? Near(string word, IEnumerable<string> known)
    {
        var near = known.Where(other => other.Length >= ShortestWord && IsOneSlip(word, other)).Distinct(StringComparer.OrdinalIgnoreCase).Take(2);
        return near.ToList() is [var only] ? only : null;
    }

    /// <summary>
    /// Whether two words differ by two neighbouring letters swapped or one letter left out or added, not at the start, and not by an ending.
    /// </summary>
    private static bool IsOneSlip(string one, string other)
    {
        if (char.ToLowerInvariant(one[0]) != char.ToLowerInvariant(other[0]) || Math.Abs(one.Length - other.Length) > 1) return false;
        var (left, right) = (one.ToLowerInvariant(), other.ToLowerInvariant());
        var first = 0;
        while (first < Math.Min(left.Length, right.Length) && left[first] == right[first]) first++;
        if (left.Length == right.Length)
        {
            return first + 1 < left.Length && left[first] == right[first + 1] && left[first + 1] == right[first]
                && left.AsSpan(first + 2).SequenceEqual(right.AsSpan(first + 2));
        }

        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        // "Chair" and "chairs" are no slips of each other.
        return first < shorter.Length && shorter.AsSpan(first).SequenceEqual(longer.AsSpan(first + 1));
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
