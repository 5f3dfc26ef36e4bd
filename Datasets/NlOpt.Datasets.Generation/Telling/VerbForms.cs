namespace NlOpt.Datasets.Generation.Telling;

/// <summary>Bends verbs that banks give in two forms.</summary>
internal static class VerbForms
{
    private static readonly string[] Doubled = ["get", "run", "cut", "win", "put", "emit", "hit", "let", "fit", "net", "ship"];

    /// <summary>The participle of a verb: <c>costing</c> of <c>costs/cost</c>, <c>taking up</c> of <c>takes up/take up</c>, <c>sold for</c> of
    /// <c>is sold for/are sold for</c>; null where it would sound odd.</summary>
    public static string? Gerund(string verb)
    {
        var words = WordForms.Many(verb).Split(' ');
        if (words[0] == "are") return words.Length > 1 ? string.Join(' ', words[1..]) : null;
        if (words[0] is "have" or "will" or "can") return null;
        var bent = words[0] switch
        {
            var word when Doubled.Contains(word) => $"{word}{word[^1]}ing",
            var word when word.EndsWith('e') && !word.EndsWith("ee", StringComparison.Ordinal) => word[..^1] + "ing",
            var word => word + "ing",
        };
        return string.Join(' ', words[1..].Prepend(bent));
    }
}
