using System.Collections.Frozen;
using System.Collections.Immutable;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>
/// Finds words that stand for a variable named before: "at least 8 of these", "3 servings of it", and "It produces 3 units" after a sentence
/// about one thing. What could stand for several things stands for none.
/// </summary>
internal static class StandIns
{
    private const int LatestSubject = 3;
    private const int NamedBehind = 6;

    private static readonly FrozenSet<string> Pieces = "one unit piece item package batch product serving".Split(' ').ToFrozenSet();

    /// <summary>The places, in order; none lies within an occurrence.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="occurrences">The names, in order.</param>
    public static ImmutableArray<Occurrence> Find(Token[] tokens, List<Occurrence> occurrences)
    {
        var found = ImmutableArray.CreateBuilder<Occurrence>();
        for (var index = 1; index < tokens.Length; index++)
        {
            var named = IsCounted(tokens, index) ? Named(tokens, occurrences, index) : IsSubject(tokens, index)
                ? Subject(tokens, occurrences, index) : null;
            if (named is { } variable) found.Add(new Occurrence(index, index + 1, variable));
        }

        return found.ToImmutable();
    }

    /// <summary>"8 of them", "at least 3 servings of it".</summary>
    private static bool IsCounted(Token[] tokens, int index)
    {
        if (tokens[index].Lower is not ("them" or "these" or "those" or "it") || tokens[index - 1].Lower != "of" || index < 2) return false;
        if (index + 1 < tokens.Length && tokens[index].Lower is "these" or "those" && IsNoun(tokens[index + 1])) return false;
        return tokens[index - 2].IsNumber || (index >= 3 && tokens[index - 3].IsNumber);
    }

    private static bool IsNoun(Token token) => token.IsWord && !token.IsFunctionWord && !WordLists.AmountVerbs.Contains(token.Lower);

    /// <summary>The one variable named before it in its sentence, else in the sentence before.</summary>
    private static int? Named(Token[] tokens, List<Occurrence> occurrences, int index)
    {
        var sentence = tokens[index].Sentence;
        // "16 of them have to be planks": the thing is named right behind.
        if (occurrences.Exists(place => place.First > index && place.First - index <= NamedBehind
            && tokens[place.First].Sentence == sentence)) return null;
        var before = occurrences.FindAll(place => place.First < index && tokens[place.First].Sentence == sentence);
        if (before.Count == 0) before = occurrences.FindAll(place => tokens[place.First].Sentence == sentence - 1);
        return Single(before);
    }

    /// <summary>"It" or "They" at the head of a sentence that names nothing itself, "each package" anywhere in one.</summary>
    private static bool IsSubject(Token[] tokens, int index) =>
        (tokens[index].Lower is "it" or "they" && tokens[index - 1].Sentence == tokens[index].Sentence - 1)
            || (tokens[index - 1].Lower is "each" or "every" or "such" && Pieces.Contains(tokens[index].Stem) && index > 1);

    /// <summary>The one variable of the sentence before where that sentence is about it: "For the force experiment, you need 5 litres."</summary>
    private static int? Subject(Token[] tokens, List<Occurrence> occurrences, int index)
    {
        var sentence = tokens[index].Sentence;
        if (occurrences.Exists(place => tokens[place.First].Sentence == sentence)) return null;
        var before = occurrences.FindAll(place => tokens[place.First].Sentence == sentence - 1);
        if (before.Count == 0) return null;
        var first = before[0].First;
        while (first > 0 && tokens[first - 1].Sentence == sentence - 1) first--;
        return before[0].First - first <= LatestSubject ? Single(before) : null;
    }

    private static int? Single(List<Occurrence> places) =>
        places.Count > 0 && places.TrueForAll(place => place.Variable == places[0].Variable) ? places[0].Variable : null;
}
