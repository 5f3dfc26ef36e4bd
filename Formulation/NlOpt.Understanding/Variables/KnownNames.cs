using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>Makes a set of variables of names that are known, with the shorter forms that tell them apart: "tomato juice" for "glasses of tomato juice".</summary>
internal static class KnownNames
{
    /// <summary>The set, in the order of the names.</summary>
    /// <param name="names">At least one, each with a letter or digit.</param>
    /// <exception cref="ArgumentException">A name has neither letter nor digit.</exception>
    public static VariableSet Of(IReadOnlyList<string> names)
    {
        var keys = names.Select(KeyOf).ToArray();
        return new VariableSet([.. keys.Select((key, variable) => (IReadOnlyList<NameKey>)[key, .. Shorter(key, variable, keys)])]) { IsKnown = true };
    }

    /// <summary>
    /// Single stems that tell a known variable: the noun at the end of its name where no other name holds it, else the first one: "coops" for hen coops,
    /// "oak" among oak and pine tables. Where the noun tells, what goes before it may be said of anything ("120 hens").
    /// </summary>
    public static Dictionary<string, int> TellingHeads(IReadOnlyList<NameKey>[] names)
    {
        var telling = new Dictionary<string, int>();
        for (var variable = 0; variable < names.Length; variable++)
        {
            var key = names[variable].MinBy(other => other.Length)!;
            var others = names.Where((_, other) => other != variable).SelectMany(keys => keys).SelectMany(other => other.Stems).ToHashSet(StringComparer.Ordinal);
            var stem = !others.Contains(key.Stems[^1]) ? key.Stems[^1] : !others.Contains(key.Stems[0]) ? key.Stems[0] : null;
            if (stem is { Length: > 2 } && !WordLists.Function.Contains(stem)) telling[stem] = variable;
        }

        return telling;
    }

    /// <summary>The name without what it is measured in, where that names no other variable.</summary>
    private static IEnumerable<NameKey> Shorter(NameKey key, int variable, NameKey[] keys)
    {
        var of = Array.IndexOf(key.Stems, "of");
        if (of <= 0 || of + 1 >= key.Length) yield break;
        var rest = new NameKey(key.Stems[(of + 1)..]);
        // Longer names are found first, so that "merlot" may be one although "aged merlot" is another.
        if (!keys.Where((_, other) => other != variable).Any(other => other.EndsWith(rest) && (other.Equals(rest) || other.Stems[^(rest.Length + 1)] == "of"))) yield return rest;
    }

    private static NameKey KeyOf(string name)
    {
        var tokens = Tokenizer.Tokenize(name ?? "");
        return NameKey.Of(tokens, 0, tokens.Length) ?? throw new ArgumentException($"The name '{name}' has neither letter nor digit.", nameof(name));
    }
}
