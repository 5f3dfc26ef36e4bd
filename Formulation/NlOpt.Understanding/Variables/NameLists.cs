using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>A list of things as a text tells it: "scarves, gloves and caps", "at most 20 scarves and 30 gloves".</summary>
/// <param name="Keys">The things in their order, all different.</param>
/// <param name="IsCounted">Some of them stand behind a number.</param>
internal sealed record NameList(IReadOnlyList<NameKey> Keys, bool IsCounted);

/// <summary>Finds the lists of a text: what is told in one list are different things, though each may be said only once.</summary>
internal sealed class NameLists
{
    private readonly Dictionary<(NameKey, NameKey), Support> _pairs = [];

    private NameLists(List<NameList> all)
    {
        All = all;
        foreach (var list in all)
        {
            Keys.UnionWith(list.Keys);
            for (var left = 0; left < list.Keys.Count; left++)
            {
                for (var right = left + 1; right < list.Keys.Count; right++)
                {
                    var pair = (list.Keys[left], list.Keys[right]);
                    if (_pairs.ContainsKey((pair.Item2, pair.Item1))) pair = (pair.Item2, pair.Item1);
                    var known = _pairs.GetValueOrDefault(pair);
                    _pairs[pair] = new Support(
                        known.Plain + (list.IsCounted ? 0 : 1), known.Counted + (list.IsCounted ? 1 : 0), Math.Max(known.Size, list.Keys.Count));
                }
            }
        }
    }

    /// <summary>How two names were seen in lists.</summary>
    /// <param name="Plain">In how many lists without numbers.</param>
    /// <param name="Counted">In how many lists with numbers before the things.</param>
    /// <param name="Size">Length of the longest of these lists.</param>
    public readonly record struct Support(int Plain, int Counted, int Size);

    /// <summary>The lists in the order of the text.</summary>
    public List<NameList> All { get; }

    /// <summary>All keys that stand in lists.</summary>
    public HashSet<NameKey> Keys { get; } = [];

    /// <summary>What lists say of two names; null when they say nothing.</summary>
    public Support? Of(NameKey left, NameKey right) =>
        _pairs.TryGetValue((left, right), out var support) || _pairs.TryGetValue((right, left), out support) ? support : null;

    /// <summary>True when no more than two such names can be one thing: neither is within the other, or a list tells them apart.</summary>
    public bool MayDiffer(NameKey left, NameKey right) =>
        (!left.IsWithin(right) && !right.IsWithin(left)) || (!left.Equals(right) && Of(left, right) is not null);

    /// <summary>Reads the lists of a text.</summary>
    public static NameLists Find(Token[] tokens, List<TaggedName> tagged)
    {
        var edges = new NameEdges(tokens, tagged);
        var lists = new List<NameList>();
        for (var first = 0; first < tokens.Length;)
        {
            var end = first;
            while (end < tokens.Length && tokens[end].Sentence == tokens[first].Sentence) end++;
            lists.AddRange(InSentence(Pieces(tokens, tagged, first, end), edges));
            first = end;
        }

        if (OfLines(tokens, edges) is { } lines) lists.Add(lines);
        return new NameLists(lists);
    }

    /// <summary>A run of tokens between commas and the words that join.</summary>
    /// <param name="First">Its first token.</param>
    /// <param name="End">One past its last.</param>
    /// <param name="IsJoined">"And" or "or" stands before it.</param>
    private readonly record struct Piece(int First, int End, bool IsJoined);

    private static List<Piece> Pieces(Token[] tokens, List<TaggedName> tagged, int first, int end)
    {
        var pieces = new List<Piece>();
        var (start, isJoined) = (first, false);
        for (var index = first; index <= end; index++)
        {
            // The "and" of "oil and gas, timber, and wool" belongs to a name.
            var separates = index == end || (tokens[index].Lower is "," or "and" or "or" or ";" or ":" or "."
                && !tagged.Exists(name => name.First < index && index < name.End - 1));
            if (!separates) continue;
            if (index > start) pieces.Add(new Piece(start, index, isJoined));
            isJoined = (index < end && tokens[index].Lower is "and" or "or") || (isJoined && index == start);
            if (index < end && tokens[index].Lower is ";" or ":" or ".") pieces.Add(new Piece(index, index, false));
            start = index + 1;
        }

        return pieces;
    }

    private static IEnumerable<NameList> InSentence(List<Piece> pieces, NameEdges edges)
    {
        for (var last = 1; last < pieces.Count; last++)
        {
            if (!pieces[last].IsJoined || edges.Start(pieces[last].First, pieces[last].End) is not { } lastStart) continue;
            var whole = new List<(int First, int End)>();
            var isCounted = edges.IsCounted(pieces[last].First, lastStart);
            var index = last - 1;
            while (index > 0 && !pieces[index].IsJoined && edges.Whole(pieces[index].First, pieces[index].End) is { } name)
            {
                isCounted |= edges.IsCounted(pieces[index].First, name.First);
                whole.Insert(0, name);
                index--;
            }

            if (whole.Count > 0 && edges.IsOpeningClause(pieces[index].First, pieces[index].End))
            {
                // "After the storm, the forester plants ash and oak."
                index++;
                whole.RemoveAt(0);
            }

            // The first thing ends where its piece ends; the last one begins where its piece begins.
            var opening = edges.Back(pieces[index].First, pieces[index].End);
            // "Two kinds of wool, merino and alpaca" is a list of two, and wool is what both are.
            if (whole.Count > 0 && !isCounted && edges.Announces(pieces[index].First, pieces[index].End, whole.Count + 1)) opening = null;
            if (opening is null && whole.Count == 0) continue;
            var items = edges.Settle(opening, whole, (lastStart, edges.Forward(lastStart, pieces[last].End)));
            if (opening is { } known) isCounted |= edges.IsCounted(Math.Max(pieces[index].First, known.First - 1), known.First);
            if (Make(items, isCounted) is { } list) yield return list;
        }
    }

    private static NameList? Make(List<NameKey> keys, bool isCounted) =>
        keys.Count >= 2 && keys.Distinct().Count() == keys.Count ? new NameList(keys, isCounted) : null;

    /// <summary>Lines such as "number of scarves", one below the other.</summary>
    private static NameList? OfLines(Token[] tokens, NameEdges edges)
    {
        var names = new List<(int First, int End)>();
        var lastSentence = -2;
        for (var first = 0; first < tokens.Length;)
        {
            var end = first;
            while (end < tokens.Length && tokens[end].Sentence == tokens[first].Sentence) end++;
            if (edges.Counted(first, end) is { } name)
            {
                var follows = lastSentence == tokens[first].Sentence - 1;
                if (names.Count >= 2 && !follows) break;
                if (!follows) names.Clear();
                names.Add(name);
                lastSentence = tokens[first].Sentence;
            }

            first = end;
        }

        return Make(edges.KeysOf(names), false);
    }
}
