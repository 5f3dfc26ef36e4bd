using System.Collections.Frozen;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Finds what a number measures in the words behind it: "hours of carpentry" in "100 hours of carpentry are available".</summary>
internal static class MeasureWords
{
    private const int Most = 5;

    private static readonly FrozenSet<string> Ends = FrozenSet.ToFrozenSet((
        "is are was were be been can may must should will would in on at for to from by with per each every and or but that which who there "
            + "available altogether overall total left only a the an i we they it he she as so if when while because have has had do does needed "
            + "required free at-hand than this these those could might not no more less most least week day month year shift today daily weekly "
            + "monthly during within under over about across exists exist remain remains apiece too also either please once times").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet((
        "hour hours minute minutes second seconds day days week weeks month months gram grams g kilogram kilograms kg kilo kilos ton tons tonne "
            + "tonnes pound pounds lb lbs ounce ounces oz liter liters litre litres l milliliter milliliters millilitre millilitres ml gallon "
            + "gallons meter meters metre metres m centimeter centimeters centimetre centimetres cm kilometer kilometers kilometre kilometres km "
            + "mile miles foot feet inch inches yard yards acre acres hectare hectares cent cents dollar dollars cup cups").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Generic = FrozenSet.ToFrozenSet(
        "item items piece pieces unit units thing things product products good goods of them all".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>The words behind a number that say what it measures; empty where there are none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="from">One past the number.</param>
    public static string After(string message, int from)
    {
        var words = new List<string>();
        foreach (var word in Following(message, from))
        {
            if (words.Count == Most || Ends.Contains(word) || word.Any(char.IsAsciiDigit)) break;
            words.Add(word);
        }

        while (words.Count > 0 && words[^1].Equals("of", StringComparison.OrdinalIgnoreCase)) words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    /// <summary>The first word behind a position; null where none follows at once.</summary>
    public static string? UnitAfter(string message, int from) => Following(message, from).FirstOrDefault();

    /// <summary>Whether a word is a unit of measurement.</summary>
    public static bool IsUnit(string word) => Units.Contains(word);

    /// <summary>Whether what a number counts are the things themselves: "items", or a word that is part of their names.</summary>
    public static bool CountsThings(string measure, IReadOnlyList<string> names)
    {
        var words = measure.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return true;
        var known = names.SelectMany(Heads).ToHashSet(StringComparer.Ordinal);
        // "Units of acid" are counted only where acid is one of the things.
        var isGeneric = Generic.Contains(words[0]);
        var stems = NoteReader.Stems(isGeneric ? string.Join(' ', words[1..]) : measure);
        return stems.IsEmpty ? isGeneric : known.Contains(stems[0]);
    }

    /// <summary>The nouns that a name is a kind of: juice and glasses for "glasses of apple juice", coops for "hen coops".</summary>
    private static IEnumerable<string> Heads(string name)
    {
        var parts = name.Split(" of ", 2);
        foreach (var part in parts)
        {
            var stems = NoteReader.Stems(part);
            if (!stems.IsEmpty) yield return stems[^1];
            // "Site A" is a site.
            if (stems.Length > 1 && stems[^1].Length == 1) yield return stems[^2];
        }
    }

    private static IEnumerable<string> Following(string message, int from)
    {
        var position = from;
        while (position < message.Length)
        {
            if (message[position] is '\n' or '-' or '•' or '.' or ',' or ';' or ':' or '?' or '!' or '(' or ')') yield break;
            if (char.IsWhiteSpace(message[position]) || message[position] is '”' or '"' or '“')
            {
                position++;
                continue;
            }

            var end = position;
            while (end < message.Length && (char.IsLetterOrDigit(message[end]) || message[end] is '-' or '\'' or '’')) end++;
            if (end == position) yield break;
            yield return message[position..end];
            position = end;
        }
    }
}
