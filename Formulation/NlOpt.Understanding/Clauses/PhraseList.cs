using System.Collections.Concurrent;

namespace NlOpt.Understanding.Clauses;

/// <summary>A phrase to look for.</summary>
/// <param name="Padded">The phrase with a blank before and behind it.</param>
/// <param name="Words">What a text that holds it must hold.</param>
internal readonly record struct Phrase(string Padded, WordMask Words);

/// <summary>Phrases cut from one text at their bars, once for each list in the program.</summary>
internal static class PhraseList
{
    // The lists are constants, so that the same text is always the same object.
    private static readonly ConcurrentDictionary<string, Phrase[]> Cut = new(ReferenceEqualityComparer.Instance);

    /// <summary>The phrases.</summary>
    public static Phrase[] Of(string phrases) => Cut.GetOrAdd(phrases, list => Array.ConvertAll(list.Split('|'), Make));

    private static Phrase Make(string phrase)
    {
        var words = default(WordMask);
        foreach (var word in phrase.Split(' ')) words = words.With(WordMask.Of(word));
        return new Phrase($" {phrase} ", words);
    }
}
