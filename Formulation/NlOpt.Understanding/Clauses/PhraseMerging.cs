using System.Collections.Frozen;

namespace NlOpt.Understanding.Clauses;

/// <summary>Makes one word of phrases that mean one: "leave out", "off the table", "one and only one".</summary>
internal static class PhraseMerging
{
    /// <summary>The word that stands for not doing.</summary>
    public const string Omit = "omit";

    // By their first words.
    private static readonly FrozenDictionary<string, (string[] Words, string[] Meaning)[]> Phrases = Index(
    [
        .. Of("leave out|leaves out|leaving out|left out|give up|gives up|giving up|given up|do without|does without|doing without|go without|"
            + "going without|decide against|decides against|deciding against|"
            + "off the table|out of the question|ruled out|not an option|cut out|passed over", Omit),
        .. Of("one and only one|one , and only one ,|one but only one|one , but only one ,|one and just one", "exactly", "one"),
    ]);

    /// <summary>The items with every phrase replaced; the merged item spans all of its words.</summary>
    public static List<ClauseItem> Merge(List<ClauseItem> items)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (!Phrases.TryGetValue(items[index].Text, out var phrases)) continue;
            foreach (var (words, meaning) in phrases)
            {
                if (!StandsAt(items, index, words)) continue;
                var (first, end) = (items[index].First, items[index + words.Length - 1].End);
                var last = items[index + words.Length - 1];
                items.RemoveRange(index, words.Length);
                for (var word = 0; word < meaning.Length; word++)
                    items.Insert(index + word,
                        new ClauseItem(ItemKind.Word, meaning[word], word == meaning.Length - 1 && meaning.Length > 1 ? last.First : first, end, []));
                break;
            }
        }

        return items;
    }

    private static bool StandsAt(List<ClauseItem> items, int index, string[] words)
    {
        if (index + words.Length > items.Count) return false;
        for (var word = 0; word < words.Length; word++)
            if (!items[index + word].Is(words[word])) return false;
        return true;
    }

    private static FrozenDictionary<string, (string[] Words, string[] Meaning)[]> Index((string[] Words, string[] Meaning)[] phrases) =>
        phrases.GroupBy(phrase => phrase.Words[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static IEnumerable<(string[] Words, string[] Meaning)> Of(string phrases, params string[] meaning) =>
        phrases.Split('|').Select(phrase => (phrase.Split(' '), meaning));
}
