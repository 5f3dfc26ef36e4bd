using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>A run of items that is read as one clause.</summary>
internal sealed class Segment
{
    private readonly string _line;
    private readonly int[] _offsets;

    public Segment(List<ClauseItem> items, int variableCount)
    {
        Items = items;
        VariableCount = variableCount;
        _offsets = new int[items.Count + 1];
        var length = 1;
        for (var index = 0; index < items.Count; index++)
        {
            _offsets[index] = length;
            length += items[index].Text.Length + 1;
        }

        _offsets[^1] = length;
        _line = " " + string.Join(' ', items.Select(item => item.Text)) + " ";
    }

    public List<ClauseItem> Items { get; }

    /// <summary>How many variables the hypothesis has.</summary>
    public int VariableCount { get; }

    public int Count => Items.Count;

    /// <summary>The first place of a phrase; names are "#" and numbers "@" in it.</summary>
    /// <param name="phrases">The phrases, separated by a bar; earlier ones win.</param>
    /// <param name="from">First item.</param>
    /// <returns>First item and one past the last; null where none of them stands.</returns>
    public (int First, int End)? Find(string phrases, int from = 0)
    {
        foreach (var phrase in phrases.Split('|'))
        {
            var at = _line.IndexOf(" " + phrase + " ", _offsets[from] - 1, StringComparison.Ordinal);
            if (at < 0) continue;
            var first = Array.BinarySearch(_offsets, at + 1);
            return (first, Array.BinarySearch(_offsets, at + phrase.Length + 2));
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
        foreach (var phrase in phrases.Split('|'))
        {
            if (!_line.AsSpan(1).StartsWith(phrase, StringComparison.Ordinal) || _line[phrase.Length + 1] != ' ') continue;
            return Array.BinarySearch(_offsets, phrase.Length + 2);
        }

        return null;
    }

    /// <summary>Numbers of a run of items.</summary>
    public IEnumerable<Quantity> Numbers(int from, int to) => Items.Take(to).Skip(from).Where(item => item.Kind == ItemKind.Number).Select(item => item.Quantity!);

    /// <summary>A part of it.</summary>
    public Segment Part(int from, int to) => new(Items.GetRange(from, to - from), VariableCount);
}
