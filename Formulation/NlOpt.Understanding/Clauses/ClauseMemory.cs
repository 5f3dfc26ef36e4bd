using System.Collections.Immutable;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>What rules make of one sentence.</summary>
/// <param name="Reading">Its clauses and charges.</param>
/// <param name="Listed">Limits whose target a list tells.</param>
/// <param name="Aside">Numbers that no statement can say.</param>
internal sealed record SentenceClauses(ClauseReading Reading, ImmutableArray<ListedLimit> Listed, ImmutableArray<Quantity> Aside);

/// <summary>
/// What rules made of the sentences of one text: hypotheses of its variables cut most sentences alike, and what is cut alike is read once. For one
/// text and one thread.
/// </summary>
internal sealed class ClauseMemory
{
    private readonly Dictionary<int, List<Known>> _known = [];
    private ClauseItem?[] _words = [];

    /// <summary>The words and marks of the text as items, made when they are first needed: they are the same whatever its variables are.</summary>
    /// <param name="tokens">The text.</param>
    public ClauseItem?[] Words(Token[] tokens)
    {
        if (_words.Length != tokens.Length) _words = new ClauseItem?[tokens.Length];
        return _words;
    }

    /// <summary>What was read from a sentence that was cut alike; null where none was.</summary>
    /// <param name="sentence">The sentence, at least one item.</param>
    /// <param name="mentioned">Variables named before.</param>
    public SentenceClauses? Of(Segment sentence, List<int> mentioned)
    {
        if (!_known.TryGetValue(sentence.Items[0].First, out var known)) return null;
        foreach (var one in known)
        {
            if (one.Sentence.VariableCount == sentence.VariableCount && one.Mentioned.SequenceEqual(mentioned)
                && AreAlike(one.Sentence.Items, sentence.Items)) return one.Clauses;
        }

        return null;
    }

    /// <summary>Keeps what was read.</summary>
    public void Add(Segment sentence, List<int> mentioned, SentenceClauses clauses)
    {
        var first = sentence.Items[0].First;
        if (!_known.TryGetValue(first, out var known)) _known[first] = known = [];
        known.Add(new Known(sentence, [.. mentioned], clauses));
    }

    private static bool AreAlike(List<ClauseItem> left, List<ClauseItem> right)
    {
        if (left.Count != right.Count) return false;
        for (var index = 0; index < left.Count; index++)
        {
            var (one, other) = (left[index], right[index]);
            if (ReferenceEquals(one, other)) continue;
            if (one.Kind != other.Kind || one.First != other.First || one.End != other.End || one.Text != other.Text
                || one.Quantity != other.Quantity || !one.Variables.AsSpan().SequenceEqual(other.Variables)) return false;
        }

        return true;
    }

    private readonly record struct Known(Segment Sentence, List<int> Mentioned, SentenceClauses Clauses);
}
