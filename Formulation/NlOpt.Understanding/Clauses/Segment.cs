using System.Text;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>A run of items that is read as one clause.</summary>
internal sealed class Segment
{
    private readonly WordMask _words;
    private (bool IsRead, List<VariableGroup>? Groups) _lists;
    private string? _line;
    private int[] _offsets = [];

    public Segment(List<ClauseItem> items, int variableCount)
    {
        Items = items;
        VariableCount = variableCount;
        foreach (var item in items) _words = _words.With(item.Mask);
    }

    public List<ClauseItem> Items { get; }

    /// <summary>How many variables the hypothesis has.</summary>
    public int VariableCount { get; }

    public int Count => Items.Count;

    /// <summary>Its lists of names, in order; null where one joins its names by "and" and by "or". Read once for all rules.</summary>
    public IReadOnlyList<VariableGroup>? Groups
    {
        get
        {
            if (!_lists.IsRead) _lists = (true, VariableGroup.ReadAll(Items, 0, Items.Count));
            return _lists.Groups;
        }
    }

    /// <summary>The first place of a phrase; names are "#" and numbers "@" in it.</summary>
    /// <param name="phrases">The phrases, separated by a bar; earlier ones win.</param>
    /// <param name="from">First item.</param>
    /// <returns>First item and one past the last; null where none of them stands.</returns>
    public (int First, int End)? Find(string phrases, int from = 0)
    {
        foreach (var phrase in PhraseList.Of(phrases))
        {
            if (!_words.MayHold(phrase.Words)) continue;
            var line = Line();
            var at = line.IndexOf(phrase.Padded, _offsets[from] - 1, StringComparison.Ordinal);
            if (at < 0) continue;
            var first = Array.BinarySearch(_offsets, at + 1);
            return (first, Array.BinarySearch(_offsets, at + phrase.Padded.Length));
        }

        return null;
    }

    /// <summary>True when one of some phrases stands in it.</summary>
    public bool Has(string phrases) => Find(phrases) is not null;

    /// <summary>True when it begins with one of some phrases.</summary>
    public bool Starts(string phrases) => Lead(phrases) is not null;

    /// <summary>One past the phrase that it begins with; null where it begins with none of them.</summary>
    public int? Lead(string phrases)
    {
        foreach (var phrase in PhraseList.Of(phrases))
        {
            if (_words.MayHold(phrase.Words) && Line().StartsWith(phrase.Padded, StringComparison.Ordinal))
                return Array.BinarySearch(_offsets, phrase.Padded.Length);
        }

        return null;
    }

    /// <summary>The longest of some phrases that ends right before an item, in items; 0 where none does.</summary>
    /// <param name="phrases">The phrases, separated by a bar.</param>
    /// <param name="at">The item.</param>
    /// <param name="from">The first item that may belong to the phrase.</param>
    public int LengthBefore(string phrases, int at, int from)
    {
        var longest = 0;
        foreach (var (padded, words) in PhraseList.Of(phrases))
        {
            if (!_words.MayHold(words)) continue;
            var line = Line();
            var start = _offsets[at] - padded.Length;
            if (start < _offsets[from] - 1 || string.CompareOrdinal(line, start, padded, 0, padded.Length) != 0) continue;
            longest = Math.Max(longest, padded.AsSpan(1).Count(' '));
        }

        return longest;
    }

    /// <summary>Numbers of a run of items.</summary>
    public IEnumerable<Quantity> Numbers(int from, int to) =>
        Items.Take(to).Skip(from).Where(item => item.Kind == ItemKind.Number).Select(item => item.Quantity!);

    /// <summary>A part of it.</summary>
    public Segment Part(int from, int to) => new(Items.GetRange(from, to - from), VariableCount);

    /// <summary>Its words with single blanks between them and around; made when the first phrase may stand there.</summary>
    private string Line()
    {
        if (_line is not null) return _line;
        _offsets = new int[Items.Count + 1];
        var line = new StringBuilder(" ");
        for (var index = 0; index < Items.Count; index++)
        {
            _offsets[index] = line.Length;
            line.Append(Items[index].Text).Append(' ');
        }

        _offsets[^1] = line.Length;
        return _line = Items.Count > 0 ? line.ToString() : "  ";
    }
}
