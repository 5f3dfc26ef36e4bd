using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>A place where the text names a variable of a hypothesis.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Variable">The variable's position in the set.</param>
internal readonly record struct Occurrence(int First, int End, int Variable);

/// <summary>Finds every place where a text names the variables of a set, tagged or not: longest names first, then single telling words.</summary>
internal static class Occurrences
{
    private const int HeadReach = 3;

    /// <summary>The occurrences, in order and without overlap.</summary>
    public static List<Occurrence> Find(Token[] tokens, VariableSet set)
    {
        var names = set.Count > 1 && !set.IsKnown ? WithoutAmbiguousShortNames(tokens, set) : [.. set.Names];
        var patterns = names.SelectMany((keys, variable) => keys.Select(key => (Key: key, Variable: variable)))
            .OrderByDescending(pattern => pattern.Key.Length).ToArray();
        var telling = set.IsKnown ? KnownNames.TellingHeads(names) : TellingStems(names);
        var labels = LabelNames.Of(names);
        var words = Words(tokens);
        var found = new List<(Occurrence Place, NameKey Key)>();
        for (var position = 0; position < words.Length;)
        {
            var hit = 0;
            while (hit < patterns.Length && !Matches(tokens, words, position, patterns[hit].Key)) hit++;
            if (hit < patterns.Length)
            {
                var (key, variable) = patterns[hit];
                found.Add((new Occurrence(words[position], words[position + key.Length - 1] + 1, variable), key));
                position += key.Length;
                continue;
            }

            if (telling.TryGetValue(tokens[words[position]].Stem, out var told))
                found.Add((new Occurrence(words[position], words[position] + 1, told), new NameKey(tokens[words[position]].Stem)));
            else if (labels?.At(tokens, words[position]) is { } labelled)
                found.Add((new Occurrence(words[position], words[position] + 1, labelled), new NameKey(tokens[words[position]].Stem)));
            position++;
        }

        return WithoutResources(tokens, names, found);
    }

    /// <summary>Where words stand and no marks.</summary>
    private static int[] Words(Token[] tokens)
    {
        var words = new int[tokens.Length];
        var count = 0;
        for (var index = 0; index < tokens.Length; index++)
            if (tokens[index].IsAlphanumeric) words[count++] = index;
        return words[..count];
    }

    private static bool Matches(Token[] tokens, int[] words, int position, NameKey key)
    {
        if (position + key.Length > words.Length) return false;
        for (var offset = 0; offset < key.Length; offset++)
            if (!IsSameStem(tokens[words[position + offset]].Stem, key.Stems[offset])) return false;
        var (first, last) = (words[position], words[position + key.Length - 1]);
        if (last - first > 2 * key.Length) return false;
        for (var index = first; index < last; index++)
            if (tokens[index].Raw is "." or "," or ";" or ":") return false;
        return true;
    }

    /// <summary>Equal, or one a slip of the other: "electric" for "electrical", "suite" for "suit".</summary>
    private static bool IsSameStem(string left, string right)
    {
        if (left == right) return true;
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return longer.Length - shorter.Length <= (shorter.Length >= 6 ? 2 : 1) && shorter.Length >= 4 && longer.StartsWith(shorter, StringComparison.Ordinal)
            && (shorter.Length >= 6 || longer[^1] == 'e');
    }

    /// <summary>Leaves out a name that only ends longer names of the same variable, where it is said rarely alone or could end another's name.</summary>
    private static IReadOnlyList<NameKey>[] WithoutAmbiguousShortNames(Token[] tokens, VariableSet set)
    {
        var stems = Array.ConvertAll(tokens, token => token.Stem);
        var result = new IReadOnlyList<NameKey>[set.Count];
        for (var variable = 0; variable < set.Count; variable++)
        {
            var kept = set.Names[variable].Where(key =>
            {
                var longer = set.Names[variable].Where(other => other.Length > key.Length && other.EndsWith(key)).ToList();
                if (longer.Count == 0) return true;
                var within = longer.Sum(other => CountRuns(stems, other.Stems));
                var alone = CountRuns(stems, key.Stems) - within;
                var endsAnother = set.Names.Where((_, other) => other != variable)
                    .Any(keys => keys.Any(other => CountRuns(stems, [.. other.Stems, .. key.Stems]) > 0));
                return !endsAnother && within < alone;
            }).ToList();
            result[variable] = kept.Count > 0 ? kept : set.Names[variable];
        }

        return result;
    }

    private static int CountRuns(string[] stems, string[] run)
    {
        var count = 0;
        for (var first = 0; first + run.Length <= stems.Length; first++)
            if (stems.AsSpan(first, run.Length).SequenceEqual(run)) count++;
        return count;
    }

    /// <summary>Stems that stand in every name of one variable, begin one, and are in no other variable's names.</summary>
    private static Dictionary<string, int> TellingStems(IReadOnlyList<NameKey>[] names)
    {
        var telling = new Dictionary<string, int>();
        for (var variable = 0; variable < names.Length; variable++)
        {
            foreach (var stem in names[variable].SelectMany(key => key.Stems).Distinct())
            {
                if (stem.Length <= 2 || WordLists.Function.Contains(stem) || stem is "unit" or "number" or "sold" or "two") continue;
                if (!names[variable].All(key => key.Stems.Contains(stem)) || !names[variable].Any(key => key.Stems[0] == stem)) continue;
                var elsewhere = names.Where((_, other) => other != variable).Any(keys => keys.Any(key => key.Stems.Contains(stem)));
                if (!elsewhere) telling[stem] = variable;
            }
        }

        return telling;
    }

    /// <summary>Leaves out short names used as amounts of a resource: in "each beef taco needs 2 ounces of beef" the second beef is no taco.</summary>
    private static List<Occurrence> WithoutResources(Token[] tokens, IReadOnlyList<NameKey>[] names, List<(Occurrence Place, NameKey Key)> found)
    {
        var kept = new List<Occurrence>();
        for (var index = 0; index < found.Count; index++)
        {
            var (place, key) = found[index];
            var longer = names[place.Variable].Where(other => other.Length > key.Length && other.StartsWith(key)).ToList();
            if (longer.Exists(other => found.Exists(item => item.Place.Variable == place.Variable && item.Key.Equals(other))))
            {
                var isAmount = place.First > 0 && (tokens[place.First - 1].IsNumber
                    || (tokens[place.First - 1].Lower == "of" && place.First >= 3 && tokens[place.First - 3].IsNumber
                        // "10 batches of sludge" are ten sludge batches.
                        && !longer.Exists(other => other.Stems.Contains(tokens[place.First - 2].Stem))));
                var isCoordinated = index + 1 < found.Count && found[index + 1].Place.Variable != place.Variable
                    && found[index + 1].Place.First - place.End <= 3 && Joins(tokens, place.End, found[index + 1].Place.First)
                    && found[index + 1].Key.Length >= longer[0].Length;
                // "6 specialty delivery bags": the head of the longer name follows.
                var isHeaded = tokens.Skip(place.End).Take(HeadReach).TakeWhile(token => token.IsWord && !token.IsFunctionWord)
                    .Any(token => longer.Exists(other => other.Stems[^1] == token.Stem));
                if (isAmount && !isCoordinated && !isHeaded) continue;
            }

            kept.Add(place);
        }

        return kept;
    }

    private static bool Joins(Token[] tokens, int from, int to)
    {
        for (var index = from; index < to; index++)
            if (tokens[index].Lower is "and" or "or" or ",") return true;
        return false;
    }
}
