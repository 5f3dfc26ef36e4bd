namespace NlOpt.Understanding.Clauses;

/// <summary>Tells verbs of doing by their place: no list of verbs could hold what all trades do.</summary>
internal static class VerbPlaces
{
    private const int MostAdverbs = 2;

    /// <summary>True for a known verb of doing, and for a word behind a modal verb, a form of "be" or "do", "to", or a pronoun.</summary>
    public static bool IsVerb(List<ClauseItem> items, int from, int index)
    {
        var item = items[index];
        if (item.Kind != ItemKind.Word) return false;
        if (item.IsIn(WordClass.Doing)) return true;
        if (item.IsIn(WordClass.Light | WordClass.Negations | WordClass.GenericNouns | WordClass.Amounts)) return false;
        if (index == 0 || (index == from && !items[index - 1].Is("to"))) return item.Text.EndsWith("ing", StringComparison.Ordinal);
        // "The contestant hits (any) targets": between a subject and a name.
        var after = index + 1;
        while (after < items.Count
            && (items[after].IsIn(WordClass.Determiners) || items[after].Is("both", "either", "neither", "only", "no", "all"))) after++;
        if (after < items.Count && items[after].Kind == ItemKind.Variable && items[index - 1].Kind == ItemKind.Word
            && !items[index - 1].IsIn(WordClass.Determiners)) return true;
        var before = index - 1;
        for (var adverbs = 0; adverbs < MostAdverbs && before > from
            && (items[before].Is("also", "not", "then", "both", "never", "only", "all", "actually", "either", "still")
            || items[before].Text.EndsWith("ly", StringComparison.Ordinal)); adverbs++)
            before--;
        return items[before].Is("must", "can", "cannot", "may", "might", "could", "should", "shall", "will", "would", "to", "is", "are", "be",
            "been", "being", "was", "were", "do", "does", "did", "it", "they", "he", "she", "we", "you",
            "mustn't", "can't", "don't", "doesn't", "won't", "shouldn't", "isn't", "aren't", "not");
    }
}
