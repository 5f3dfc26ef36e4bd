using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NlOpt.Datasets.Generation.Drafts;

/// <summary>American spelling as written in banks and phrases, or British.</summary>
internal sealed partial class Spelling
{
    private static readonly FrozenDictionary<string, string> BritishWords = new Dictionary<string, string>
    {
        ["maximize"] = "maximise", ["maximizes"] = "maximises", ["maximizing"] = "maximising", ["minimize"] = "minimise", ["minimizes"] = "minimises",
        ["minimizing"] = "minimising", ["optimize"] = "optimise", ["labor"] = "labour", ["liter"] = "litre", ["liters"] = "litres", ["color"] = "colour",
        ["colored"] = "coloured", ["meter"] = "metre", ["meters"] = "metres", ["kilometer"] = "kilometre", ["kilometers"] = "kilometres",
        ["center"] = "centre", ["centers"] = "centres", ["flavor"] = "flavour", ["flavors"] = "flavours", ["organize"] = "organise", ["organizes"] = "organises",
        ["organizing"] = "organising", ["program"] = "programme", ["gray"] = "grey", ["fertilizer"] = "fertiliser", ["neighbor"] = "neighbour",
        ["neighbors"] = "neighbours", ["milliliter"] = "millilitre", ["milliliters"] = "millilitres", ["theater"] = "theatre", ["jewelry"] = "jewellery",
    }.ToFrozenDictionary();

    private readonly bool _isBritish;

    private Spelling(bool isBritish) => _isBritish = isBritish;

    /// <summary>Words as they are written in the banks.</summary>
    public static Spelling American { get; } = new(isBritish: false);

    /// <summary>British words.</summary>
    public static Spelling British { get; } = new(isBritish: true);

    /// <summary>The words in this spelling.</summary>
    public string Of(string words) => _isBritish ? Word().Replace(words, match => BritishOf(match.Value)) : words;

    private static string BritishOf(string word)
    {
        if (!BritishWords.TryGetValue(word.ToLowerInvariant(), out var british)) return word;
        return char.IsUpper(word[0]) ? char.ToUpperInvariant(british[0]) + british[1..] : british;
    }

    [GeneratedRegex("[A-Za-z]{4,}")]
    private static partial Regex Word();
}
