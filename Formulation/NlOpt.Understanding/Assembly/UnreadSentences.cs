using System.Collections.Frozen;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>Finds sentences that ask for something and from which nothing was read: leaving one out silently would change the problem.</summary>
internal static class UnreadSentences
{
    private static readonly FrozenSet<string> DutyWords = new[]
    {
        "must", "cannot", "should", "shall", "unless", "either", "neither", "if", "exactly", "least", "most", "limited", "allowed", "forbidden", "required", "only",
    }.ToFrozenSet();

    /// <summary>The first token of each such sentence, in order.</summary>
    public static IEnumerable<int> Find(DecodedReading reading, TextSpans spans)
    {
        var read = ReadSentences(reading);
        for (var first = 0; first < spans.Tokens.Length;)
        {
            var (_, end) = spans.SentenceRange(first);
            var words = spans.Tokens[first..end];
            if (!read.Contains(spans.Tokens[first].Sentence) && words[^1].Raw != "?" && Array.Exists(words, word => DutyWords.Contains(word.Lower)))
                yield return first;
            first = end;
        }
    }

    private static HashSet<int> ReadSentences(DecodedReading reading)
    {
        var tokens = reading.Context.Tokens;
        var sentences = new HashSet<int> { reading.Context.Text.ObjectiveSentence };
        foreach (var row in reading.Rows)
        {
            sentences.Add(tokens[row.Span.First].Sentence);
            foreach (var number in row.Terms ?? [])
                if (number is not null) sentences.Add(number.Sentence);
        }

        foreach (var charge in reading.Context.Charges) sentences.Add(tokens[charge.First].Sentence);
        foreach (var clause in reading.Context.Clauses) sentences.Add(tokens[clause.First].Sentence);
        foreach (var number in reading.ObjectiveTerms ?? [])
            if (number is not null) sentences.Add(number.Sentence);
        return sentences;
    }
}
