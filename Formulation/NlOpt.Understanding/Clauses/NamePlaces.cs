using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Where a text speaks of variables, whatever the names of the hypothesis took in: "no pine" negates pine, "growing pine" does something with
/// it, and "the mill" is meant by "hours at the mill".
/// </summary>
internal static class NamePlaces
{
    /// <summary>The places, trimmed to what is named, with those of names without their measure; in no order.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="set">The variables.</param>
    /// <param name="occurrences">Where it names them as the hypothesis does.</param>
    public static List<Occurrence> Of(Token[] tokens, VariableSet set, List<Occurrence> occurrences)
    {
        var places = occurrences.ConvertAll(place => Trimmed(tokens, set, place));
        var tails = Tails(set);
        if (tails.Count == 0) return places;
        var isTaken = new bool[tokens.Length];
        foreach (var place in occurrences) Array.Fill(isTaken, true, place.First, place.End - place.First);
        for (var index = 0; index < tokens.Length; index++)
        {
            foreach (var (stems, variable) in tails)
            {
                if (EndAt(tokens, isTaken, index, stems) is not { } end) continue;
                places.Add(new Occurrence(index, end, variable));
                index = end - 1;
                break;
            }
        }

        return places;
    }

    /// <summary>Without what negates or does something, where the rest is a name of the variable too.</summary>
    private static Occurrence Trimmed(Token[] tokens, VariableSet set, Occurrence place)
    {
        while (place.End - place.First > 1 && (tokens[place.First].Lower is "no" or "not" or "any" or "only"
            || (ClauseWords.Doing.Contains(tokens[place.First].Lower) && IsName(place.First + 1, place.End))))
            place = place with { First = place.First + 1 };
        return place.End - place.First > 1 && ClauseWords.Doing.Contains(tokens[place.End - 1].Lower) && IsName(place.First, place.End - 1)
            ? place with { End = place.End - 1 } : place;

        bool IsName(int first, int end) => NameKey.Of(tokens, first, end) is { } key && set.Names[place.Variable].Contains(key);
    }

    /// <summary>What names say behind their measure, where it is said of one variable only.</summary>
    private static List<(string[] Stems, int Variable)> Tails(VariableSet set)
    {
        var tails = new List<(string[] Stems, int Variable)>();
        for (var variable = 0; variable < set.Count; variable++)
            foreach (var key in set.Names[variable])
                if (Array.FindIndex(key.Stems, stem => stem is "at" or "with" or "on" or "in" or "of") is > 0 and var at && at + 1 < key.Length)
                    tails.Add((key.Stems[(at + 1)..], variable));
        // "Type-2 ones" are type-2 reactions where there are type-3 reactions too.
        for (var variable = 0; variable < set.Count; variable++)
            foreach (var key in set.Names[variable])
                if (key.Length > 2 && Enumerable.Range(0, set.Count).Any(other => other != variable
                    && set.Names[other].Any(name => name.Stems[^1] == key.Stems[^1])))
                    tails.Add(([.. key.Stems[..^1], "one"], variable));
        return [.. tails.DistinctBy(tail => (string.Join(' ', tail.Stems), tail.Variable)).Where(tail =>
            IsOwn(set, tail)).OrderByDescending(tail => tail.Stems.Length)];
    }

    private static bool IsOwn(VariableSet set, (string[] Stems, int Variable) tail) => tail.Stems.Any(stem => stem.Length > 2)
        && !Enumerable.Range(0, set.Count).Any(other => other != tail.Variable
        && set.Names[other].Any(key => Array.TrueForAll(tail.Stems, stem => Array.IndexOf(key.Stems, stem) >= 0)));

    /// <summary>One past a run of stems, hyphens left out; null where it does not stand there.</summary>
    private static int? EndAt(Token[] tokens, bool[] isTaken, int index, string[] stems)
    {
        foreach (var stem in stems)
        {
            if (index < tokens.Length && tokens[index].Raw == "-") index++;
            if (index >= tokens.Length || isTaken[index] || tokens[index].Stem != stem) return null;
            index++;
        }

        return index;
    }
}
