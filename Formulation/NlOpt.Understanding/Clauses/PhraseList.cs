using System.Collections.Concurrent;

namespace NlOpt.Understanding.Clauses;

/// <summary>Phrases cut from one text at their bars, once for each list in the program.</summary>
internal static class PhraseList
{
    // The lists are constants, so that the same text is always the same object.
    private static readonly ConcurrentDictionary<string, string[]> Padded = new(ReferenceEqualityComparer.Instance);

    /// <summary>The phrases, each with a blank before and behind it.</summary>
    public static string[] Of(string phrases) => Padded.GetOrAdd(phrases, list => Array.ConvertAll(list.Split('|'), phrase => $" {phrase} "));
}
