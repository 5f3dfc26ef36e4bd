using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>
/// Completes a set of variables by the lists of the text: in "honey, candles and soap", honey is what candles and soap are.
/// </summary>
internal static class Enumeration
{
    private const int MostVariables = 8;

    /// <summary>The set with every name that stands in a list with two of its variables; null when there is none.</summary>
    public static VariableSet? Complete(Token[] tokens, VariableSet set, List<CandidateName> candidates)
    {
        var added = new List<(NameKey Key, int First)>();
        var members = Occurrences.Find(tokens, set).ConvertAll(place => (place.First, place.End, place.Variable));
        var known = new List<(int First, int End, int Variable)>(members);
        while (set.Count + added.Count < MostVariables && Next(tokens, known, candidates) is { } next)
        {
            var variable = set.Count + added.Count;
            added.Add((next.Key, next.Places[0].First));
            known.AddRange(next.Places.Select(place => (place.First, place.End, variable)));
            known.Sort();
        }

        if (added.Count == 0) return null;
        var named = set.Names.Select((keys, variable) => (Keys: keys, First: members.Find(place => place.Variable == variable).First))
            .Concat(added.Select(item => (Keys: (IReadOnlyList<NameKey>)[item.Key], item.First)));
        return new VariableSet([.. named.OrderBy(item => item.First).Select(item => item.Keys)]);
    }

    private static CandidateName? Next(Token[] tokens, List<(int First, int End, int Variable)> known, List<CandidateName> candidates) =>
        candidates.Where(candidate => candidate.Places.Count >= 2 && !candidate.Places.Exists(place => Covers(known, place))
            && candidate.Places.Exists(place => ListedWith(tokens, known, place)))
            .OrderByDescending(candidate => candidate.Places.Count).ThenByDescending(candidate => candidate.Key.Length).FirstOrDefault();

    private static bool Covers(List<(int First, int End, int Variable)> known, (int First, int End) place) =>
        known.Exists(other => place.First < other.End && other.First < place.End);

    /// <summary>True when the place is joined to a variable that is joined to another one.</summary>
    private static bool ListedWith(Token[] tokens, List<(int First, int End, int Variable)> known, (int First, int End) place)
    {
        var after = known.FindIndex(other => other.First >= place.End);
        if (after >= 0 && IsJoined(tokens, place.End, known[after].First)
            && after + 1 < known.Count && known[after].Variable != known[after + 1].Variable && IsJoined(tokens, known[after].End, known[after + 1].First)) return true;
        var before = known.FindLastIndex(other => other.End <= place.First);
        return before > 0 && IsJoined(tokens, known[before].End, place.First)
            && known[before].Variable != known[before - 1].Variable && IsJoined(tokens, known[before - 1].End, known[before].First);
    }

    private static bool IsJoined(Token[] tokens, int from, int to)
    {
        if (to <= from || to - from > 3) return false;
        var joins = false;
        for (var index = from; index < to; index++)
        {
            var lower = tokens[index].Lower;
            if (lower is not ("," or "and" or "or" or "a" or "an" or "the")) return false;
            joins |= lower is "," or "and" or "or";
        }

        return joins;
    }
}
