using System.Collections.Frozen;

namespace NlOpt.Understanding.Clauses;

/// <summary>Tells all classes of a word at once.</summary>
internal static class WordClasses
{
    // Of whole numbers, which the runtime brings compiled.
    private static readonly Dictionary<string, int> Known = Index();

    /// <summary>The classes of a word in lower case.</summary>
    public static WordClass Of(string word) => (WordClass)Known.GetValueOrDefault(word);

    private static Dictionary<string, int> Index()
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        Add(WordClass.Doing, ClauseWords.Doing);
        Add(WordClass.Choosing, ClauseWords.Choosing);
        Add(WordClass.Negations, ClauseWords.Negations);
        Add(WordClass.Omissions, ClauseWords.Omissions);
        Add(WordClass.Musts, ClauseWords.Musts);
        Add(WordClass.Determiners, ClauseWords.Determiners);
        Add(WordClass.GenericNouns, ClauseWords.GenericNouns);
        Add(WordClass.Amounts, ClauseWords.Amounts);
        Add(WordClass.Light, ClauseWords.Light);
        Add(WordClass.Signals, ClauseWords.Signals);
        Add(WordClass.WeakSignals, ClauseWords.WeakSignals);
        Add(WordClass.Duties, ClauseWords.Duties);
        Add(WordClass.Permissions, ClauseWords.Permissions);
        return known;

        void Add(WordClass wordClass, FrozenSet<string> words)
        {
            foreach (var word in words) known[word] = known.GetValueOrDefault(word) | (int)wordClass;
        }
    }
}
