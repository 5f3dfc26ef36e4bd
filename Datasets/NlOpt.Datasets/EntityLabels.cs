using System.Collections.Immutable;
using System.Text;

namespace NlOpt.Datasets;

/// <summary>
/// Documents labelled in CoNLL form (<c>token _ _ TAG</c>, documents parted by blank lines). They carry no ids and their spacing differs from
/// the original text, so a document is recognised by its letters and digits alone.
/// </summary>
internal sealed class EntityLabels
{
    private readonly Dictionary<string, List<(string Token, string Tag)>> _documents = new(StringComparer.Ordinal);

    /// <summary>Reads the lines of a file.</summary>
    /// <returns>The documents, and the number of the first malformed line, counted from 1; null when all is well.</returns>
    public static (EntityLabels Labels, int? MalformedLine) Parse(IEnumerable<string> lines)
    {
        var labels = new EntityLabels();
        var document = new List<(string, string)>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                labels.Add(document);
                document = [];
                continue;
            }

            var fields = line.Split((char[])['\t', ' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 2 || fields[^1] is not ("O" or ['B' or 'I', '-', _, ..])) return (labels, number);
            if (fields[0] != "-DOCSTART-") document.Add((fields[0], fields[^1]));
        }

        labels.Add(document);
        return (labels, null);
    }

    /// <summary>The labelled spans of a document; null when no labelled document has its letters and digits.</summary>
    public ImmutableArray<EntitySpan>? SpansOf(string text)
    {
        if (!_documents.TryGetValue(Key(text), out var document)) return null;
        var spans = ImmutableArray.CreateBuilder<EntitySpan>();
        var position = 0;
        var open = false;
        foreach (var (token, tag) in document)
        {
            if (Locate(text, token, position) is not var (start, end)) continue;
            position = end;
            open = tag[0] == 'B' || (open && tag[0] == 'I');
            if (tag[0] == 'B') spans.Add(new EntitySpan(start, end, tag[2..]));
            else if (open) spans[^1] = spans[^1] with { End = end };
        }

        return spans.ToImmutable();
    }

    private void Add(List<(string Token, string Tag)> document)
    {
        if (document.Count > 0) _documents.TryAdd(Key(string.Concat(document.Select(pair => pair.Token))), document);
    }

    /// <summary>
    /// Where a token stands at or after a position. Its letters and digits are the next ones of the text; its other characters count only
    /// where the text has them in the same place. Null for a sign that the text lacks.
    /// </summary>
    private static (int Start, int End)? Locate(string text, string token, int position)
    {
        var next = position;
        while (next < text.Length && !IsWord(text[next])) next++;
        var lead = token.TakeWhile(character => !IsWord(character)).Count();
        var leadAt = lead == 0 ? -1 : text.IndexOf(token[..lead], position, next - position, StringComparison.Ordinal);
        if (lead == token.Length) return leadAt < 0 ? null : (leadAt, leadAt + lead);
        var end = next;
        for (var remaining = token.Count(IsWord); remaining > 0; end++)
            if (IsWord(text[end])) remaining--;
        var tail = token[^token.Reverse().TakeWhile(character => !IsWord(character)).Count()..];
        if (tail.Length > 0 && text.AsSpan(end).StartsWith(tail, StringComparison.Ordinal)) end += tail.Length;
        return (leadAt >= 0 && leadAt + lead == next ? leadAt : next, end);
    }

    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text)
            if (IsWord(character)) key.Append(char.ToLowerInvariant(character));
        return key.ToString();
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
