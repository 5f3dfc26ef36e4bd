using System.Collections.Frozen;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>A run of words that may name a variable.</summary>
/// <param name="Key">The name.</param>
/// <param name="Places">Where it stands, first and end token.</param>
/// <param name="ExactShare">Share of the places that the tagger marked as exactly one name.</param>
/// <param name="InsideShare">Share of the places that lie within tagged names.</param>
internal sealed record CandidateName(NameKey Key, List<(int First, int End)> Places, double ExactShare, double InsideShare)
{
    private const int Most = 30;
    private const int LongestName = 4;

    private static readonly FrozenSet<string> Units = (
        "g gram kg kilo kilogram lb mg oz ounce ton tonne cl gallon liter litre ml pint cm foot ft km kilometer kilometre m meter metre mile mm acre "
        + "cubic hectare sq square kwh kw watt cent dollar euro pence").Split(' ').ToFrozenSet();

    /// <summary>The likeliest candidates of a text: runs said at least twice, tagged, or found in parallel clauses or lists.</summary>
    public static List<CandidateName> Find(
        Token[] tokens, int[] labels, List<TaggedName> tagged, ParallelNames parallel, NameLists lists, List<AlikeNames>? alike = null)
    {
        var places = new Dictionary<NameKey, List<(int, int)>>();
        for (var first = 0; first < tokens.Length; first++)
        {
            for (var length = 1; length <= LongestName && first + length <= tokens.Length; length++)
            {
                var fit = Judge(tokens, first, first + length);
                if (fit == Fit.NeverAndNoLonger) break;
                if (fit == Fit.NotYet || NameKey.Of(tokens, first, first + length) is not { } key) continue;
                if (!places.TryGetValue(key, out var list)) places[key] = list = [];
                list.Add((first, first + length));
            }
        }

        // What was tagged or listed may be a name however it is built: "children's beds", "type-1 reactions".
        var pointedAt = tagged.Select(name => name.Key).Concat(lists.Keys).Concat(alike?.SelectMany(group => group.Keys) ?? []).ToHashSet();
        foreach (var key in pointedAt)
            if (!places.ContainsKey(key) && PlacesOf(tokens, key) is { Count: > 0 } found) places[key] = found;
        return [.. places
            .Where(entry => !IsUnit(entry.Key))
            .Where(entry => entry.Value.Count >= 2 || pointedAt.Contains(entry.Key) || parallel.Keys.Contains(entry.Key))
            .Select(entry => Measure(labels, entry.Key, entry.Value))
            .OrderByDescending(name => 3 * name.InsideShare * name.Places.Count + 3 * name.ExactShare + Math.Min(name.Places.Count, 4) * 0.5
                + name.Key.Length * 0.1 + (parallel.Keys.Contains(name.Key) ? 1 : 0) + (lists.Keys.Contains(name.Key) ? 1 : 0))
            .Take(Most)];
    }

    private static List<(int First, int End)> PlacesOf(Token[] tokens, NameKey key)
    {
        var words = Enumerable.Range(0, tokens.Length).Where(index => tokens[index].IsAlphanumeric).ToArray();
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - key.Length + 1))
            .Where(position => Enumerable.Range(0, key.Length).All(offset => tokens[words[position + offset]].Stem == key.Stems[offset]))
            .Select(position => (words[position], words[position + key.Length - 1] + 1))];
    }

    /// <summary>"Kg", "square metres": what things are measured in is never decided on by itself.</summary>
    private static bool IsUnit(NameKey key) => Array.TrueForAll(key.Stems, Units.Contains);

    private enum Fit
    {
        Name,
        NotYet,
        NeverAndNoLonger,
    }

    private static Fit Judge(Token[] tokens, int first, int end)
    {
        var last = tokens[end - 1];
        var isFirst = end - first == 1;
        if (!last.IsAlphanumeric && last.Raw != "-") return Fit.NeverAndNoLonger;
        if (PricingVerbs.IsAt(tokens, end - 1)) return Fit.NeverAndNoLonger;
        if (!isFirst && last.IsNumber && !IsNumberInName(tokens, end - 1)) return Fit.NeverAndNoLonger;
        if (isFirst)
        {
            if (last.IsNumber && StartsHyphenatedWord(tokens, first)) return Fit.NotYet;
            var isShort = last.Raw.Length < 2 && !char.IsUpper(last.Raw[0]);
            if (last.IsNumber || WordLists.NeverNames.Contains(last.Lower) || !last.IsWord || isShort) return Fit.NeverAndNoLonger;
        }
        else if (WordLists.Function.Contains(last.Lower) && last.Lower != "of" && last.Raw != "A")
        {
            return Fit.NeverAndNoLonger;
        }

        // The "X" of "X1".
        if (end < tokens.Length && tokens[end].Start == last.End && tokens[end].IsAlphanumeric) return Fit.NotYet;
        if (last.Lower is "of" or "-" or "hour" or "hours" or "minute" or "minutes") return Fit.NotYet;
        return WordLists.Determiners.Contains(last.Lower) && last.Raw != "A" ? Fit.NotYet : Fit.Name;
    }

    /// <summary>"Site 1", "plan two": a small number after a word that could be a name, with no further noun behind.</summary>
    private static bool IsNumberInName(Token[] tokens, int index)
    {
        var isSmall = (tokens[index].Shape == TokenShape.Digits && tokens[index].Raw.Length <= 2)
            || tokens[index].Lower is "one" or "two" or "three" or "four"
            || (tokens[index].Shape == TokenShape.Digits && tokens[index].Raw.Length <= 4 && tokens[index - 1].Shape == TokenShape.Capitalized);
        var before = tokens[index - 1];
        var endsThere = index + 1 >= tokens.Length || WordLists.NeverNames.Contains(tokens[index + 1].Lower) || !tokens[index + 1].IsWord;
        return isSmall && before.IsWord && !WordLists.NeverNames.Contains(before.Lower) && endsThere;
    }

    private static bool StartsHyphenatedWord(Token[] tokens, int index) =>
        index + 2 < tokens.Length && tokens[index + 1].Raw == "-" && tokens[index + 1].Start == tokens[index].End && tokens[index + 2].IsWord;

    private static CandidateName Measure(int[] labels, NameKey key, List<(int First, int End)> places)
    {
        int exact = 0, inside = 0;
        foreach (var (first, end) in places)
        {
            var isInside = true;
            for (var index = first; index < end && isInside; index++) isInside = Tag.KindOf(labels[index]) == TagKind.Variable;
            if (!isInside) continue;
            inside++;
            if (labels[first] == Tag.Begin(TagKind.Variable) && (end >= labels.Length || labels[end] != Tag.Inside(TagKind.Variable))) exact++;
        }

        return new CandidateName(key, places, (double)exact / places.Count, (double)inside / places.Count);
    }
}
