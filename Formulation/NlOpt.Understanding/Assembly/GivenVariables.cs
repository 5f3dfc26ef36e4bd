using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Assembly;

/// <summary>Makes a set of variables of what someone else says they are, each with all the names it goes by.</summary>
internal static class GivenVariables
{
    /// <summary>The set, in the order given; null where a variable has no name with a letter or digit.</summary>
    public static VariableSet? Of(IReadOnlyList<IReadOnlyList<string>> names)
    {
        var keys = names.Select(own => own.Select(KeyOf).OfType<NameKey>().Distinct().ToList()).ToList();
        if (keys.Count == 0 || keys.Exists(own => own.Count == 0)) return null;
        var known = KnownNames.Of([.. names.Select(own => own.First(name => KeyOf(name) is not null))]);
        // A name that stands for several variables tells none of them.
        var shared = keys.SelectMany(own => own).GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return known with
        {
            Names = [.. keys.Select((own, variable) => (IReadOnlyList<NameKey>)
                [own[0], .. own.Skip(1).Where(key => !shared.Contains(key)).Concat(known.Names[variable].Skip(1)).Distinct()])],
        };
    }

    private static NameKey? KeyOf(string name)
    {
        var tokens = Tokenizer.Tokenize(name);
        return NameKey.Of(tokens, 0, tokens.Length);
    }
}
