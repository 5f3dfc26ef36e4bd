using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>Makes a set of variables from one name each: gathers the other ways in which the text names the same things.</summary>
internal sealed class SetBuilder(Token[] tokens, List<NameKey> tagged, List<CandidateName> candidates)
{
    private const int LongestPrefix = 3;

    private readonly string[] _stems = [.. tokens.Select(token => token.Stem)];

    /// <summary>The set, in the order in which the text first names its variables.</summary>
    public VariableSet Build(IReadOnlyList<NameKey> names) =>
        new([.. Gather(new VariableSet([.. names.Select(name => (IReadOnlyList<NameKey>)[name])])).Names.OrderBy(FirstPlace)]);

    /// <summary>The set in the order of the names known of each variable.</summary>
    public VariableSet Gather(VariableSet known)
    {
        var variables = known.Names.Select(own => own.SelectMany(name => WithVariants(name, [.. known.Names.Where(keys => keys != own).SelectMany(keys => keys)])).Distinct().ToList());
        return Complete(new VariableSet([.. variables.Select(keys => (IReadOnlyList<NameKey>)keys)])) with { IsKnown = known.IsKnown };
    }

    /// <summary>The set with the nouns that follow all its names, and without measures of what is also named alone.</summary>
    public VariableSet Complete(VariableSet set)
    {
        if (set.Count == 0) return set;
        var variables = set.Names.Select(keys => new List<NameKey>(keys)).ToList();
        AddHeads(variables);
        DropMeasures(variables);
        return new VariableSet([.. variables.Select(keys => (IReadOnlyList<NameKey>)keys)]);
    }

    private List<NameKey> WithVariants(NameKey name, List<NameKey> others)
    {
        var keys = new List<NameKey> { name };
        foreach (var key in tagged)
        {
            if (keys.Contains(key) || others.Contains(key)) continue;
            var isLonger = name.IsStrictlyWithin(key) && !others.Exists(other => other.IsWithin(key));
            var isShorter = key.IsStrictlyWithin(name) && !others.Exists(key.Overlaps);
            if ((isLonger || isShorter) && !name.DiffersInLabel(key)) keys.Add(key);
        }

        return keys;
    }

    private int FirstPlace(IReadOnlyList<NameKey> keys) =>
        candidates.Where(candidate => keys.Contains(candidate.Key)).Select(candidate => candidate.Places[0].First).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>"Oak" and "pine" are "oak table" and "pine table" too where both stand before tables.</summary>
    private void AddHeads(List<List<NameKey>> variables)
    {
        if (variables.Count < 2) return;
        HashSet<string>? heads = null;
        foreach (var keys in variables)
        {
            var own = Places(keys[0]).Where(IsHead).Select(end => tokens[end].Stem).ToHashSet();
            if (keys[0].Length > 1) own.Add(keys[0].Stems[^1]);
            if (heads is null) heads = own;
            else heads.IntersectWith(own);
        }

        if (heads is not { Count: 1 }) return;
        var head = heads.Single();
        foreach (var keys in variables)
        {
            var key = new NameKey([.. keys[0].Stems, head]);
            if (keys[0].Stems[^1] != head && !keys.Contains(key)) keys.Add(key);
        }
    }

    /// <summary>A noun that no amount follows: in "oak needs 3 hours" the second word is a verb.</summary>
    private bool IsHead(int index) => index < tokens.Length && tokens[index].IsWord && !tokens[index].IsNumber && tokens[index].Raw.Length > 1
        && !WordLists.NeverNames.Contains(tokens[index].Lower) && !tokens[index].Lower.EndsWith("ing", StringComparison.Ordinal)
        && !tokens[index].Lower.EndsWith("ed", StringComparison.Ordinal)
        && !(index + 1 < tokens.Length && (tokens[index + 1].IsNumber || tokens[index + 1].Raw == "$"
            || WordLists.Determiners.Contains(tokens[index + 1].Lower)
            && tokens[index + 1].Lower is not ("and" or "or" or "for" or "to" or "per")));

    /// <summary>Where the runs of a name end.</summary>
    private List<int> Places(NameKey name) =>
        [.. candidates.Where(candidate => candidate.Key.Equals(name)).SelectMany(candidate => candidate.Places).Select(place => place.End)];

    /// <summary>"Hectares of oats" and "hectares of rye" are oats and rye where these are also named alone.</summary>
    private void DropMeasures(List<List<NameKey>> variables)
    {
        foreach (var key in variables[0].ToList())
        {
            for (var length = 2; length <= Math.Min(LongestPrefix, key.Length - 1); length++)
            {
                if (key.Stems[length - 1] is not ("of" or "with" or "at" or "on" or "in" or "by")) continue;
                var prefix = key.Stems[..length];
                if (!variables.TrueForAll(keys => keys.Exists(other => IsMeasured(keys, other, prefix)))) continue;
                if (variables.Count(keys => keys.Exists(other => IsSaidAlone(other, prefix))) * 2 <= variables.Count) continue;
                foreach (var keys in variables) keys.RemoveAll(other => IsMeasured(keys, other, prefix));
                return;
            }
        }
    }

    private static bool IsMeasured(List<NameKey> keys, NameKey key, string[] prefix) => key.Length > prefix.Length
        && key.Stems.AsSpan(0, prefix.Length).SequenceEqual(prefix) && keys.Contains(new NameKey(key.Stems[prefix.Length..]));

    private bool IsSaidAlone(NameKey name, string[] prefix)
    {
        for (var first = 0; first + name.Length <= _stems.Length; first++)
        {
            if (!_stems.AsSpan(first, name.Length).SequenceEqual(name.Stems)) continue;
            if (first < prefix.Length || !_stems.AsSpan(first - prefix.Length, prefix.Length).SequenceEqual(prefix))
                return name.Stems[0] != prefix[0];
        }

        return false;
    }
}
