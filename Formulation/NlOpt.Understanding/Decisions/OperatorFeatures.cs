using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>The features by which "at least" is told from "at most".</summary>
internal static class OperatorFeatures
{
    private static readonly string[] Phrases =
    [
        "at least", "at most", "available", "must", "need", "budget", "minimum", "maximum", "require", "up to", "limit", "contract", "no more", "no less",
        "exceed", "more than", "less than",
    ];

    /// <summary>Writes the features of a limit or comparison.</summary>
    /// <param name="features">Takes the features.</param>
    /// <param name="context">The reading.</param>
    /// <param name="first">First token of the number or comparison word.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="kind">What is limited.</param>
    public static void Write(FeatureList features, ReadingContext context, int first, int end, LimitKind kind)
    {
        var tokens = context.Tokens;
        var sentence = tokens[first].Sentence;
        var (type, minimizes) = ((uint)kind, Flag(context.Text.IsMinimization));
        features.Clear();
        features.Add(1, type);
        var (start, stop) = context.Text.SentenceRange(sentence);
        var left = tokens[Math.Min(first, Math.Max(start, first - 9))..first];
        Array.Reverse(left);
        var right = tokens[end..Math.Max(end, Math.Min(stop, end + 7))];
        for (var index = 0; index < left.Length; index++)
        {
            features.Add(4, left[index].LowerHash);
            if (index < 5) features.Add(5, (uint)index, left[index].LowerHash);
            if (index < Math.Min(left.Length, 6) - 1) features.Add(6, left[index + 1].LowerHash, left[index].LowerHash);
        }

        for (var index = 0; index < right.Length; index++)
        {
            features.Add(7, right[index].LowerHash);
            if (index + 1 < right.Length) features.Add(8, right[index].LowerHash, right[index + 1].LowerHash);
        }

        var cues = (uint)OperatorCues.Around(context, first, end);
        features.Add(22, cues);
        features.Add(23, cues, type);
        var isNegated = Array.Exists(left, token => OperatorRules.IsNegation(token.Lower));
        AddRule(features, context, first, end, type, minimizes, cues);
        features.Add(20, isNegated);
        AddDirections(features, context, first, end, type, isNegated);
        AddPhrases(features, context, first, end);
    }

    private static void AddRule(
        FeatureList features, ReadingContext context, int first, int end, uint type, uint minimizes, uint cues)
    {
        var verdict = OperatorRules.Judge(context, first, end, type == (uint)LimitKind.Comparison);
        var code = verdict is { } found ? Flag(found.IsAtLeast) : 2u;
        if (verdict is { } rule)
        {
            features.Add(10, code);
            features.Add(11, code, Cap(rule.NumbersBetween, 2));
            features.Add(12, code, type);
            features.Add(13, code, Cap(rule.NumbersBetween, 2), Distance(rule.Distance));
        }
        else
        {
            features.Add(14, type);
            // Which way the objective goes tells something only where no words do.
            features.Add(15, cues, minimizes);
        }

        features.Add(16, cues, code);
        features.Add(17, cues, type, code);
    }

    private static void AddDirections(
        FeatureList features, ReadingContext context, int first, int end, uint type, bool isNegated)
    {
        var tokens = context.Tokens;
        TagSpan? before = null, after = null;
        foreach (var direction in context.Text.Directions)
        {
            if (tokens[direction.First].Sentence != tokens[first].Sentence) continue;
            if (direction.End <= first) before = direction;
            else if (direction.First >= end) after ??= direction;
        }

        if (before is { } left)
        {
            var words = Words(tokens, left);
            features.Add(30, words, Cap(context.CountNumbers(left.End, first), 2));
            features.Add(32, tokens[left.End - 1].LowerHash);
            features.Add(33, words, Flag(isNegated));
        }

        if (after is { } right)
        {
            features.Add(34, Words(tokens, right), Cap(context.CountNumbers(end, right.First), 2));
            features.Add(35, Words(tokens, right), Flag(before is not null));
        }

        features.Add(36, Flag(before is null), Flag(after is null), type);
    }

    /// <summary>Phrases between the number before and the number after.</summary>
    private static void AddPhrases(FeatureList features, ReadingContext context, int first, int end)
    {
        var tokens = context.Tokens;
        var sentence = tokens[first].Sentence;
        var from = first;
        while (from > 0 && tokens[from - 1].Sentence == sentence && !context.IsNumberToken[from - 1]) from--;
        var to = end;
        while (to < tokens.Length && tokens[to].Sentence == sentence && !context.IsNumberToken[to]) to++;
        var before = context.Text.Line.Of(from, first);
        var after = context.Text.Line.Of(end, to);
        for (var index = 0; index < Phrases.Length; index++)
        {
            if (before.Contains(Phrases[index], StringComparison.Ordinal)) features.Add(40, index);
            if (after.Contains(Phrases[index], StringComparison.Ordinal)) features.Add(41, index);
        }
    }

    private static uint Words(Token[] tokens, TagSpan span)
    {
        uint hash = 17;
        for (var index = span.First; index < span.End; index++) hash = Hash.Mix(hash, tokens[index].LowerHash);
        return hash;
    }
}
