using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>The features of comparisons of two variables: whether a word compares at all, and which variable is on which side.</summary>
internal static class ComparisonFeatures
{
    /// <summary>Words that may compare two variables named in their sentence: tagged directions and words like "exceed" and "more".</summary>
    public static List<TagSpan> Anchors(ReadingContext context)
    {
        var anchors = new List<TagSpan>(context.Text.Directions);
        for (var index = 0; index < context.Tokens.Length; index++)
        {
            var isWord = context.Tokens[index].Lower is "exceed" or "exceeds" or "outnumber" or "more" or "fewer" or "less" or "larger" or "greater";
            if (isWord && !anchors.Exists(span => span.First <= index && index < span.End))
                anchors.Add(new TagSpan(index, index + 1, TagKind.ConstraintDirection));
        }

        // What rules read whole compares no further.
        anchors.RemoveAll(anchor => context.Clauses.Any(clause => clause.Contains(anchor.First)));
        return anchors.FindAll(anchor => context.Occurrences
            .Where(place => context.Tokens[place.First].Sentence == context.Tokens[anchor.First].Sentence)
            .Select(place => place.Variable).Distinct().Count() >= 2);
    }

    /// <summary>Writes the features of whether an anchor compares two variables without a multiple.</summary>
    public static void WriteAnchor(FeatureList features, ReadingContext context, TagSpan anchor)
    {
        var tokens = context.Tokens;
        var sentence = tokens[anchor.First].Sentence;
        features.Clear();
        features.Add(1, Words(tokens, anchor.First, anchor.End));
        features.Add(2, tokens[anchor.First].LowerHash);
        features.Add(3, tokens[anchor.End - 1].LowerHash);
        var (before, after) = (Ordered(context, anchor, true), Ordered(context, anchor, false));
        features.Add(4, Cap(before.Count, 2), Cap(after.Count, 2));
        var numbers = context.Numbers.Where(number => number.Sentence == sentence).ToList();
        var next = numbers.Find(number => number.First >= anchor.End);
        var previous = numbers.FindLast(number => number.First < anchor.First);
        features.Add(5, next is null ? Absent : Distance(next.First - anchor.End));
        features.Add(6, previous is null ? Absent : Distance(anchor.First - previous.End));
        features.Add(7, Cap(numbers.Count, 3));
        features.Add(8, Cap(before.Count, 2), Cap(after.Count, 2), Cap(numbers.Count, 2));
        for (var offset = 0; offset < 5; offset++)
        {
            var index = anchor.End + offset;
            if (index >= tokens.Length || tokens[index].Sentence != sentence) break;
            features.Add(9, tokens[index].LowerHash);
            features.Add(10, (uint)offset, tokens[index].LowerHash);
        }

        for (var offset = 1; offset < 5 && anchor.First - offset >= 0; offset++) features.Add(11, tokens[anchor.First - offset].LowerHash);
        var than = context.Sentence(sentence).Any(token => token.Lower == "than");
        features.Add(12, than);
        features.Add(13, Cap(context.Sentence(sentence).Count(token => token.Lower == "number"), 4));
        features.Add(14, context.Text.Directions.Contains(anchor));
        AddPattern(features, context, anchor, numbers.Count);
        features.Add(15, Flag(than), Flag(numbers.Count == 0), Flag(before.Union(after).Count() > 1));
    }

    /// <summary>True for the plain shape "must be more A than B" without a number inside.</summary>
    public static bool IsPlainComparison(ReadingContext context, TagSpan anchor)
    {
        if (context.Tokens[anchor.End - 1].Lower is not ("more" or "fewer" or "less")) return false;
        var isAsked = context.Sentence(context.Tokens[anchor.First].Sentence, Math.Max(0, anchor.First - 8), anchor.End)
            .Any(token => token.Lower is "must" or "should" or "wants" or "want" or "needs" or "need" or "has" or "have" or "requires" or "ensure" or "insists");
        return isAsked && Shape.Of(context, anchor).IsMoreThan;
    }

    private static void AddPattern(FeatureList features, ReadingContext context, TagSpan anchor, int numbers)
    {
        var shape = Shape.Of(context, anchor);
        features.Add(16, Flag(shape.IsMoreThan), Flag(shape.IsBetween), Flag(shape.IsNear));
        features.Add(17, Flag(shape.IsMoreThan), Cap(numbers, 2), context.Tokens[anchor.End - 1].LowerHash);
        features.Add(18, Flag(shape.IsBetween), Cap(numbers, 2), Flag(shape.IsNear));
        if (shape.IsMoreThan) features.Add(19);
    }

    /// <summary>The shape of a comparison.</summary>
    /// <param name="IsMoreThan">"more A than B", without a number inside.</param>
    /// <param name="IsBetween">"A must exceed B", without a number inside.</param>
    /// <param name="IsNear">A variable follows within five tokens.</param>
    private readonly record struct Shape(bool IsMoreThan, bool IsBetween, bool IsNear)
    {
        public static Shape Of(ReadingContext context, TagSpan anchor)
        {
            var sentence = context.Tokens[anchor.First].Sentence;
            var places = context.Occurrences.FindAll(place => context.Tokens[place.First].Sentence == sentence);
            var last = places.FindLast(place => place.End <= anchor.First);
            var next = places.Find(place => place.First >= anchor.End);
            var than = anchor.End;
            while (than < context.Tokens.Length && context.Tokens[than].Sentence == sentence && context.Tokens[than].Lower is not ("than" or "as")) than++;
            var second = places.Find(place => place.First > than);
            var isMoreThan = next.End > 0 && than >= next.End && second.End > 0 && second.Variable != next.Variable
                && context.CountNumbers(Math.Max(0, anchor.First - 3), second.First) == 0;
            var isBetween = last.End > 0 && next.End > 0 && last.Variable != next.Variable && context.CountNumbers(last.First, next.First) == 0;
            return new Shape(isMoreThan, isBetween, next.End > 0 && next.First - anchor.End <= 5);
        }
    }

    /// <summary>Writes the features of a pair of sides.</summary>
    /// <param name="features">Takes the features.</param>
    /// <param name="context">The reading.</param>
    /// <param name="anchor">The comparing word or the multiple.</param>
    /// <param name="left">The compared variable.</param>
    /// <param name="right">The variable it is compared with.</param>
    /// <param name="kind">Multiple or comparison.</param>
    public static void WriteSides(FeatureList features, ReadingContext context, TagSpan anchor, int left, int right, LimitKind kind)
    {
        var tokens = context.Tokens;
        var (before, after) = (Ordered(context, anchor, true), Ordered(context, anchor, false));
        uint Rank(List<int> variables, int variable) => variables.IndexOf(variable) is >= 0 and var rank ? (uint)rank : Absent;
        var (leftBefore, rightBefore, leftAfter, rightAfter) = (Rank(before, left), Rank(before, right), Rank(after, left), Rank(after, right));
        var sides = Hash.Mix(Hash.Mix(leftBefore, rightBefore), Hash.Mix(leftAfter, rightAfter));
        var following = context.Sentence(tokens[anchor.First].Sentence, anchor.End, anchor.End + 12).ToList();
        features.Clear();
        features.Add(1, sides);
        features.Add(2, sides, (uint)kind);
        features.Add(3, sides, anchor.End < tokens.Length ? tokens[anchor.End].LowerHash : 0);
        features.Add(4, sides, Words(tokens, anchor.End, anchor.End + 2));
        features.Add(5, sides, Words(tokens, Math.Max(0, anchor.First - 2), anchor.First));
        features.Add(6, leftBefore, rightBefore);
        features.Add(7, leftAfter, rightAfter);
        features.Add(8, sides, Words(tokens, anchor.First, anchor.End));
        features.Add(9, Flag(following.Exists(token => token.Lower == "as")), sides);
        features.Add(10, Flag(following.Exists(token => token.Lower == "than")), sides);
        features.Add(11, Flag(following.Take(4).Any(token => token.Lower == "number")), sides);
        features.Add(12, Flag(leftBefore == 0), Flag(rightAfter == 0), (uint)kind);
        features.Add(13, left < right);
    }

    private static List<int> Ordered(ReadingContext context, TagSpan anchor, bool before)
    {
        var sentence = context.Tokens[anchor.First].Sentence;
        var places = context.Occurrences.Where(place => context.Tokens[place.First].Sentence == sentence);
        return before
            ? [.. places.Where(place => place.End <= anchor.First).Reverse().Select(place => place.Variable).Distinct()]
            : [.. places.Where(place => place.First >= anchor.End).Select(place => place.Variable).Distinct()];
    }

    private static uint Words(Token[] tokens, int from, int to)
    {
        uint hash = 17;
        for (var index = from; index < Math.Min(to, tokens.Length); index++) hash = Hash.Mix(hash, tokens[index].LowerHash);
        return hash;
    }
}
