using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Clauses;

/// <summary>Cuts sentences into names, numbers, words and marks under one hypothesis of the variables.</summary>
internal sealed class SentenceItems
{
    private readonly Token[] _tokens;
    private readonly ClauseItem?[] _words;
    private readonly VariableSet _set;
    private readonly List<Occurrence> _places;

    // By the first token: the place of a name in the list, -1 for none, and the number.
    private readonly int[] _placeAt;
    private readonly Quantity?[] _quantityAt;
    private readonly Dictionary<string, int> _owners = [];

    /// <summary>Prepares the cutting of a text's sentences.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="quantities">Its numbers.</param>
    /// <param name="set">The variables.</param>
    /// <param name="occurrences">Where the text names them.</param>
    /// <param name="memory">What is known of the text whatever its variables are; null where it is cut once.</param>
    public SentenceItems(
        Token[] tokens, IEnumerable<Quantity> quantities, VariableSet set, List<Occurrence> occurrences, ClauseMemory? memory = null)
    {
        (_tokens, _words) = (tokens, memory?.Words(tokens) ?? new ClauseItem?[tokens.Length]);
        _set = set;
        _places = NamePlaces.Of(tokens, set, occurrences);
        (_placeAt, _quantityAt) = (new int[tokens.Length], new Quantity?[tokens.Length]);
        Array.Fill(_placeAt, -1);
        for (var index = 0; index < _places.Count; index++) _placeAt[_places[index].First] = index;
        foreach (var quantity in quantities) _quantityAt[quantity.First] = quantity;
        for (var variable = 0; variable < set.Count; variable++)
        {
            foreach (var stem in set.Names[variable].SelectMany(key => key.Stems).Distinct())
                _owners[stem] = _owners.ContainsKey(stem) ? Shared : variable;
        }
    }

    private const int Shared = -1;

    /// <summary>The items of a run of tokens.</summary>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="earlier">Variables named before, the last one last: what "the latter" or "the other" may stand for.</param>
    public List<ClauseItem> Cut(int first, int end, IReadOnlyList<int> earlier)
    {
        var items = new List<ClauseItem>();
        for (var index = first; index < end;)
        {
            var item = At(index, end, items, earlier);
            index = item.End;
            // "Oak and pine chairs": the shared noun behind a name says nothing more. Currency signs belong to their numbers.
            var isHead = item.Kind == ItemKind.Word && items.Count > 0 && items[^1].Kind == ItemKind.Variable
                && (item.Text == "ones" || _owners.GetValueOrDefault(_tokens[item.First].Stem, 0) == Shared);
            var isSign = item.Text is "$" or "€" or "£" && item.End < _tokens.Length && _quantityAt[item.End] is not null;
            if (isHead)
            {
                items[^1] = items[^1] with { End = item.End };
                continue;
            }

            if (item.Kind == ItemKind.Variable && items.Count > 1 && items[^1].Is("of") && IsMeasure(items[^2])
                && !(items.Count > 2 && items[^3].Is("smallest", "minimum", "minimal")) && !IsRun(items))
            {
                // "Bars of soap" are soap.
                item = item with { First = items[^2].First };
                items.RemoveRange(items.Count - 2, 2);
            }

            if (!isSign) items.Add(item);
        }

        return PhraseMerging.Merge(items);
    }

    private bool IsMeasure(ClauseItem item) =>
        item.Kind == ItemKind.Word
            && (MeasureWords.Pieces.Contains(_tokens[item.First].Stem) || MeasureWords.Measured.Contains(_tokens[item.First].Stem));

    /// <summary>"A batch of rolls", "any order of rolls": what is said of it is not said of a roll.</summary>
    private static bool IsRun(List<ClauseItem> items) =>
        items[^2].Is("batch", "batches", "order", "orders", "lot", "lots") && (items.Count == 2 || items[^3].Is("a", "an", "each", "every", "any"));

    private ClauseItem At(int index, int end, List<ClauseItem> items, IReadOnlyList<int> earlier)
    {
        var token = _tokens[index];
        if (_placeAt[index] is >= 0 and var at && _places[at] is var place && place.End <= end
            && (!IsPartOfName(place) || StandsAlone(index, end, items))) return Name(index, place.End, place.Variable);
        if (Labelled(token, items) is { } labelled) return Name(index, index + 1, labelled);
        if (_quantityAt[index] is { } quantity && quantity.End <= end && !IsOneOrMore(index, end))
            return new(ItemKind.Number, "@", index, quantity.End, [], quantity);
        if (StandIn(index, end, items, earlier) is { } standIn) return standIn;
        if (token.IsWord && !token.IsFunctionWord && token.Stem.Length > 2 && _owners.GetValueOrDefault(token.Stem, Shared) is >= 0 and var owner
            && !IsOrdinary(token) && StandsAlone(index, end, items)
            && !CountsAll(items)) return Name(index, index + 1, owner);
        return _words[index] ??= Word(token, index);
    }

    private static ClauseItem Word(Token token, int index)
    {
        // A slip in this one word would turn the meaning round.
        var isCannot = token.Lower.StartsWith("can", StringComparison.Ordinal) && token.Lower.EndsWith("not", StringComparison.Ordinal)
            && token.Lower.Length <= 8;
        return new(
            token.IsAlphanumeric ? ItemKind.Word : ItemKind.Mark, isCannot ? "cannot" : token.Lower.Replace('’', '\''), index, index + 1, []);
    }

    /// <summary>"One or both", "one and only one", "one time": no amount.</summary>
    private bool IsOneOrMore(int index, int end)
    {
        if (_tokens[index].Lower != "one") return false;
        var next = index + 1 < end && _tokens[index + 1].Raw == "," ? index + 2 : index + 1;
        if (next < end && _tokens[next].Lower == "time") return true;
        return next + 1 < end && _tokens[next].Lower is "and" or "or" or "but"
            && _tokens[next + 1].Lower is "only" or "both" or "more" or "just" or "the";
    }

    /// <summary>True for one word of a longer name.</summary>
    private bool IsPartOfName(Occurrence place) =>
        place.End == place.First + 1 && !_set.Names[place.Variable].Any(key => key.Length == 1);

    /// <summary>True for a word that any trade uses: it names nothing by itself.</summary>
    private static bool IsOrdinary(Token token) =>
        (WordClasses.Of(token.Lower) & (WordClass.Doing | WordClass.Light | WordClass.GenericNouns)) != 0;

    /// <summary>A single word of a name stands for it, unless it is part of another noun ("the soap works") or names the whole ("all
    /// toys").</summary>
    private bool StandsAlone(int index, int end, List<ClauseItem> items)
    {
        var next = index + 1 < end ? _tokens[index + 1] : null;
        if (next?.Lower == "works") return false;
        if (next is { IsWord: true, IsFunctionWord: false } && !IsOrdinary(next)
            && _owners.GetValueOrDefault(next.Stem, 0) != Shared) return false;
        return !items.Skip(Math.Max(0, items.Count - 4)).Any(item =>
            item.Is("total", "all", "every", "each", "kinds", "types", "sorts", "kind", "type"));
    }

    /// <summary>"Footballs and handballs together at most 200 balls": a word of a name behind a number counts what was named.</summary>
    private static bool CountsAll(List<ClauseItem> items) =>
        items.Count > 0 && items[^1].Kind == ItemKind.Number && items.Count(item => item.Kind == ItemKind.Variable) > 1;

    private static ClauseItem Name(int first, int end, params int[] variables) => new(ItemKind.Variable, "#", first, end, variables);

    /// <summary>"Projects 1, 2 and 4", "types A and B": a label behind a labelled name names its sibling.</summary>
    private int? Labelled(Token token, List<ClauseItem> items)
    {
        if (token.Raw.Length > 2 || !token.IsAlphanumeric || token.IsFunctionWord && token.Raw != "A") return null;
        var before = items.Count - 1;
        while (before >= 0 && items[before].Is(",", "and", "or", "nor", "&", "to", "both", "either")) before--;
        if (before < 0 || before == items.Count - 1 || items[before] is not { Kind: ItemKind.Variable, Variables: [var named] }) return null;
        for (var variable = 0; variable < _set.Count; variable++)
        {
            if (variable == named) continue;
            foreach (var key in _set.Names[variable])
                if (key.Length > 1 && key.Stems[^1] == token.Stem
                    && _set.Names[named].Any(other => other.Length == key.Length
                    && other.Stems.AsSpan(0, key.Length - 1).SequenceEqual(key.Stems.AsSpan(0, key.Length - 1))))
                    return variable;
        }

        return null;
    }

    /// <summary>Words that stand for variables named before.</summary>
    private ClauseItem? StandIn(int index, int end, List<ClauseItem> items, IReadOnlyList<int> earlier)
    {
        var lower = _tokens[index].Lower;
        if (lower is not ("latter" or "former" or "other" or "others" or "rest" or "remaining")) return null;
        // "The other way round"; "neither without the other" speaks of both.
        if (lower == "other"
            && ((index + 1 < end && _tokens[index + 1].Lower is "way" or "hand" or "words" or "side") || (items.Count > 1
            && items[^2].Is("without"))
            || items.Exists(item => item.Is("one")) || (items.Count > 0 && items[^1].Is("each")))) return null;
        var own = items.Where(item => item.Kind == ItemKind.Variable).SelectMany(item => item.Variables).ToList();
        var named = own.Count > 0 ? own : [.. earlier];
        if (named.Count == 0) return null;
        if (lower is "latter") return Name(index, index + 1, named[^1]);
        if (lower is "former") return named.FindLast(variable => variable != named[^1]) is var first
            && named.Exists(variable => variable != named[^1]) ? Name(index, index + 1, first) : null;
        var determiner = items.Count > 0 ? items[^1].Text : "";
        if (determiner is not ("the" or "any" or "no" or "all" or "these" or "those" or "two" or "@")
            && lower is not ("others" or "rest")) return null;
        var rest = Enumerable.Range(0, _set.Count).Except(named).ToArray();
        if (rest.Length == 0) rest = [.. Enumerable.Range(0, _set.Count).Where(variable => variable != named[^1])];
        var last = index + 1;
        var isPlural = lower != "other";
        if (last < end && _tokens[last].Lower is "two" or "three" or "four") (isPlural, last) = (true, last + 1);
        if (last < end && (ClauseWords.GenericNouns.Contains(_tokens[last].Lower) || _owners.GetValueOrDefault(_tokens[last].Stem, 0) == Shared))
            (isPlural, last) = (isPlural || _tokens[last].Stem != _tokens[last].Lower, last + 1);
        if (rest.Length == 0 || (!isPlural && rest.Length > 1 && determiner is not ("any" or "no"))) return null;
        return Name(index, last, rest);
    }
}
