using System.Text.RegularExpressions;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;

namespace NlOpt.Understanding.Refusals;

/// <summary>
/// Refuses data in tables, matrices, long item lists and index notation: their numbers get their meaning from rows and columns, not from words.
/// </summary>
internal static partial class TableCheck
{
    /// <summary>Most numbers that a text of sentences may hold.</summary>
    public const int MostNumbers = 100;

    private const int FewestRows = 3;
    private const int FewestNumberRows = 2;
    private const int FewestItems = 9;

    /// <summary>The refusal; null when the data stand in sentences.</summary>
    public static Diagnostic? Check(SourceText source)
    {
        var text = source.Text;
        if (Matrix().Match(text) is { Success: true } matrix) return Refusal(source, matrix.Index, "a matrix or list of bare numbers");
        if (IndexNotation().Match(text) is { Success: true } notation) return Refusal(source, notation.Index, $"index notation (“{notation.Value}”)");
        if (TableMention().Match(text) is { Success: true } mention) return Refusal(source, mention.Index, $"no data, but names a table (“{mention.Value}”)");
        if (TableStart(text) is { } start) return Refusal(source, start, "a table");
        if (ItemListStart(text) is { } list) return Refusal(source, list, $"a list of {FewestItems} or more items with their numbers");
        return Number().Matches(text) is { Count: > MostNumbers } numbers
            ? Refusal(source, numbers[0].Index, $"{numbers.Count} numbers, more than the {MostNumbers} that sentences are read with")
            : null;
    }

    private static Diagnostic Refusal(SourceText source, int position, string what) => Diagnostic.Error(
        "read.table",
        $"the text holds {what}; only data told in sentences can be read so far",
        source.Location(position),
        "say each number in words with what it belongs to, or give the model itself as an .lp, .mps or .json file");

    private static int? TableStart(string text)
    {
        var (rows, start, previous) = (0, 0, default(Row));
        foreach (var (position, line) in Lines(text))
        {
            var row = Row.Of(line);
            if (rows == 0 || row != previous) (rows, start, previous) = (0, position, row);
            if (row.Cells == 0) continue;
            if (++rows >= (row.IsMostlyNumbers ? FewestNumberRows : FewestRows)) return start;
        }

        return null;
    }

    private static int? ItemListStart(string text)
    {
        var (items, start) = (0, 0);
        foreach (var (position, line) in Lines(text))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (!Item().IsMatch(line) || !Number().IsMatch(line)) items = 0;
            else if (items++ == 0) start = position;
            if (items >= FewestItems) return start;
        }

        return null;
    }

    private static IEnumerable<(int Position, string Line)> Lines(string text)
    {
        var position = 0;
        foreach (var line in text.Split('\n'))
        {
            yield return (position, line.TrimEnd('\r'));
            position += line.Length + 1;
        }
    }

    [GeneratedRegex(@"[\[({]\s*[-+]?\d[\d.]*((\s*[,;]\s*|\s+)[-+]?\d[\d.]*){2,}\s*[\])}]")]
    private static partial Regex Matrix();

    [GeneratedRegex(@"\b[a-z]_\{?[ijkt]{1,3}\b|\b[ijkt]\s*=\s*1\s*(,|\.\.|…|to\b)|\b[Ll]et [A-Z] (be|denote) (the|a) set\b|\bindexed by\b|\bfor (all|each|every) [ijkt]\b|[∑Σ∀∈]")]
    private static partial Regex IndexNotation();

    // A workshop makes tables too: only those that show, give or list something are data.
    [GeneratedRegex(
        @"\b(?:following|accompanying) table (?:shows|gives|lists|contains|presents|summari[sz]es)\b|\btable (?:below|above) (?:shows|gives|lists|contains|presents|summari[sz]es)\b"
        + @"|\b(?:shown|given|listed|presented|summari[sz]ed) in (?:the|this) (?:following |accompanying )?table\b|\bsee (?:the )?table\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex TableMention();

    [GeneratedRegex(@"^\s*([-*•]|\d+[.)]\s|[^:,.]{1,40}:)")]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<![\w.])[$€£]?\d+(,\d{3})*(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-+]?[$€£]?\d[\d,.]* ?%?$")]
    private static partial Regex Cell();

    [GeneratedRegex(@"\s{2,}|\t")]
    private static partial Regex Gap();

    /// <summary>How a line is cut into cells.</summary>
    /// <param name="Separator">What stands between the cells.</param>
    /// <param name="Cells">How many there are; 0 for a line that is no row.</param>
    /// <param name="IsMostlyNumbers">Half of the cells or more, at least two, are bare numbers.</param>
    private readonly record struct Row(char Separator, int Cells, bool IsMostlyNumbers)
    {
        public static Row Of(string line)
        {
            foreach (var separator in "|\t;,")
            {
                var cells = line.Trim(' ', '|').Split(separator);
                if (cells.Length < 2) continue;
                var numbers = cells.Count(cell => Cell().IsMatch(cell.Trim()));
                var isShort = Array.TrueForAll(cells, cell => cell.Trim().Split(' ').Length <= 3);
                var isMostlyNumbers = numbers >= 2 && isShort && 2 * numbers >= cells.Length;
                if (separator == '|' || (numbers >= 1 && isShort)) return new Row(separator, cells.Length, isMostlyNumbers);
            }

            // Columns held apart by blanks: mostly numbers, or gaps of several blanks before them.
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var bare = words.Count(word => Cell().IsMatch(word));
            if (bare < 2) return default;
            if (2 * bare > words.Length) return new Row(' ', bare, true);
            return Gap().Count(line.Trim()) >= bare ? new Row(' ', bare, false) : default;
        }
    }
}
