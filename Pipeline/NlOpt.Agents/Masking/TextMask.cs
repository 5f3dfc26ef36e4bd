using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Agents.Masking;

/// <summary>
/// Replaces names and numbers of a text by others before it leaves the machine: the names of what is decided on and all proper names by made-up
/// words, numbers in digits by scaled ones. What is left are the words of everyday life and number words, without which nobody could read it.
/// </summary>
internal sealed class TextMask(NoteReader reader, int seed)
{
    // Too short or too common to tell anything, and needed to read the rest.
    private static readonly FrozenSet<string> Kept =
        ("a an the and or of for in on at by to with from per each every i all both any no not is are be it its they their he she his her "
        + "we our you your this that these those if then than as but must should can may will how what which who there one two three four five six seven eight nine ten "
        + "total least most more less up only").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableArray<string> Beginnings =
        ["bal", "cor", "dem", "fil", "gan", "hov", "jun", "kel", "lom", "mir", "nab", "pod", "ros", "sul", "tev", "vok", "wim", "zed"];
    private static readonly ImmutableArray<string> Endings = ["ack", "id", "on", "um", "ep", "ok", "ir", "an"];

    /// <summary>Masks a source.</summary>
    public MaskedText Mask(Source source)
    {
        var random = new Random(seed);
        var words = MaskedWords(source, random);
        var numbers = new Dictionary<double, double>();
        var factor = 1.3 + random.NextDouble();
        var parts = ImmutableArray.CreateBuilder<MaskedPart>();
        var turns = ImmutableArray.CreateBuilder<string>();
        for (var turn = 0; turn < source.Turns.Length; turn++)
        {
            var text = source.Turns[turn];
            var replaced = Numbers(text, numbers, factor).Concat(WordPattern.Of(text).Where(word => words.ContainsKey(word.Word.ToLowerInvariant()))
                .Select(word => (word.Start, End: word.Start + word.Word.Length, Text: Cased(words[word.Word.ToLowerInvariant()], word.Word),
                    Scale: (double?)null)))
                .OrderBy(part => part.Start).ToList();
            var masked = new StringBuilder();
            var at = 0;
            foreach (var (start, end, mask, scale) in replaced)
            {
                if (start < at) continue;
                masked.Append(text, at, start - at);
                parts.Add(new MaskedPart(new Evidence(masked.Length, masked.Length + mask.Length, turn), new Evidence(start, end, turn), scale));
                masked.Append(mask);
                at = end;
            }

            turns.Add(masked.Append(text, at, text.Length - at).ToString());
        }

        return new MaskedText(source, new Source(turns.ToImmutable()), parts.ToImmutable(),
            words.ToImmutableDictionary(pair => pair.Value, pair => pair.Key));
    }

    /// <summary>For every form of a masked word, in lower case, the word in its place; forms of one word get forms of one word.</summary>
    private Dictionary<string, string> MaskedWords(Source source, Random random)
    {
        var all = source.Turns.SelectMany(turn => WordPattern.Of(turn)).Select(word => word.Word.ToLowerInvariant()).Distinct().ToList();
        var masked = source.Turns.SelectMany(
            turn => reader.Propose(turn).SelectMany(name => WordPattern.Of(name)).Select(word => word.Word).Concat(ProperNames(turn)))
            .Select(word => word.ToLowerInvariant()).Where(word => word.Length > 1 && !Kept.Contains(word)).Select(StemOf).ToHashSet(
                StringComparer.Ordinal);
        var taken = all.ToHashSet(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in all.Where(form => !Kept.Contains(form) && masked.Contains(StemOf(form))))
        {
            if (!stems.TryGetValue(StemOf(form), out var stem)) stems[StemOf(form)] = stem = NewWord(taken, random);
            var mask = form.EndsWith('s') ? stem + "s" : stem;
            // A word has seldom more than two forms; further ones only need to differ.
            while (words.ContainsValue(mask)) mask += "e";
            words[form] = mask;
        }

        return words;
    }

    private static string StemOf(string word) => NoteReader.Stems(word) is [var stem] ? stem : word;

    private static string NewWord(HashSet<string> taken, Random random)
    {
        for (var round = 0; ; round++)
        {
            // More syllables once the short words may be used up.
            var word = new StringBuilder();
            for (var syllable = 0; syllable <= round / Beginnings.Length; syllable++) word.Append(Beginnings[random.Next(Beginnings.Length)]);
            var made = word.Append(Endings[random.Next(Endings.Length)]).ToString();
            if (taken.Add(made) && taken.Add(made + "s")) return made;
        }
    }

    /// <summary>Words with a capital that no sentence begins with.</summary>
    private static IEnumerable<string> ProperNames(string text) =>
        WordPattern.Of(text).Where(word => char.IsUpper(word.Word[0]) && !StartsSentence(text, word.Start))
        .Select(word => word.Word);

    private static bool StartsSentence(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && (char.IsWhiteSpace(text[before]) || text[before] is '"' or '“' or '(' or '*' or '-' or '|')) before--;
        return before < 0 || text[before] is '.' or '?' or '!' or ':';
    }

    private static string Cased(string mask, string original) => char.IsUpper(original[0]) ? char.ToUpperInvariant(mask[0]) + mask[1..] : mask;

    /// <summary>Numbers in digits; equal ones stay equal, and different ones different. Percentages stay below a hundred.</summary>
    private static IEnumerable<(int Start, int End, string Text, double? Scale)> Numbers(
        string text, Dictionary<double, double> numbers, double factor)
    {
        foreach (var number in NoteReader.Numbers(text))
        {
            var (start, end) = Digits(text, number.Evidence);
            if (start < 0 || !double.TryParse(
                text.AsSpan(start, end - start).ToString().Replace(",", "", StringComparison.Ordinal), NumberStyles.Float,
                CultureInfo.InvariantCulture, out var written)
                || written == 0) continue;
            if (!numbers.TryGetValue(written, out var masked))
            {
                masked = Math.Round(number.IsShare ? written / factor : written * factor, written == Math.Floor(written) ? 0 : 2);
                while (masked <= 0 || numbers.ContainsValue(masked)) masked += number.IsShare ? 0.5 : 1;
                numbers[written] = masked;
            }

            yield return (start, end, masked.ToString("0.##", CultureInfo.InvariantCulture), masked / written);
        }
    }

    /// <summary>The digits of a number; (-1, -1) where it has none, or is a quotient of two.</summary>
    private static (int Start, int End) Digits(string text, Evidence place)
    {
        var start = place.Start;
        while (start < place.End && !char.IsAsciiDigit(text[start])) start++;
        var end = start;
        while (end < place.End && (char.IsAsciiDigit(text[end])
            || (text[end] is '.' or ',' && end + 1 < place.End && char.IsAsciiDigit(text[end + 1])))) end++;
        return start == end || text.AsSpan(end, place.End - end).IndexOfAnyInRange('0', '9') >= 0 ? (-1, -1) : (start, end);
    }
}
