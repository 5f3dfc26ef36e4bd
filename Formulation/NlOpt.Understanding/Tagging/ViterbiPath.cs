using System.Runtime.Intrinsics;

namespace NlOpt.Understanding.Tagging;

/// <summary>
/// The best path of labels through a text (Viterbi 1967). Labels are padded to a width that fills vector registers: this runs a hundred
/// million times in a training.
/// </summary>
internal static class ViterbiPath
{
    /// <summary>Places a token takes in an array of scores: <see cref="Tag.Count"/> labels, then padding.</summary>
    public const int Width = 16;

    private const int Half = Width / 2;

    /// <summary>The labels of the best path.</summary>
    /// <param name="scores">Tokens x <see cref="Width"/>; overwritten.</param>
    /// <param name="length">Number of tokens.</param>
    /// <param name="transitions">Scores of label pairs, (<see cref="Tag.Count"/> + 1) x <see cref="Tag.Count"/>; the last row is the start.</param>
    public static int[] Find(float[] scores, int length, float[] transitions)
    {
        if (length == 0) return [];
        Span<float> allowed = stackalloc float[(Tag.Count + 1) * Width];
        allowed.Fill(float.NegativeInfinity);
        for (var previous = 0; previous <= Tag.Count; previous++)
        {
            for (var label = 0; label < Tag.Count; label++)
                if (Tag.MayFollow(previous == Tag.Count ? -1 : previous, label)) allowed[previous * Width + label] = transitions[previous * Tag.Count + label];
        }

        var back = new int[length * Width];
        for (var label = 0; label < Width; label++) scores[label] += allowed[Tag.Count * Width + label];
        for (var index = 1; index < length; index++)
        {
            var before = scores.AsSpan((index - 1) * Width, Width);
            for (var half = 0; half < Width; half += Half)
            {
                var best = Vector256.Create(before[0]) + Vector256.Create<float>(allowed.Slice(half, Half));
                var from = Vector256<int>.Zero;
                for (var previous = 1; previous < Tag.Count; previous++)
                {
                    var score = Vector256.Create(before[previous]) + Vector256.Create<float>(allowed.Slice(previous * Width + half, Half));
                    var isBetter = Vector256.GreaterThan(score, best);
                    best = Vector256.ConditionalSelect(isBetter, score, best);
                    from = Vector256.ConditionalSelect(isBetter.AsInt32(), Vector256.Create(previous), from);
                }

                var place = scores.AsSpan(index * Width + half, Half);
                (Vector256.Create<float>(place) + best).CopyTo(place);
                from.CopyTo(back.AsSpan(index * Width + half, Half));
            }
        }

        var labels = new int[length];
        var last = scores.AsSpan((length - 1) * Width, Tag.Count);
        for (var label = 1; label < Tag.Count; label++)
            if (last[label] > last[labels[^1]]) labels[^1] = label;
        for (var index = length - 1; index > 0; index--) labels[index - 1] = back[index * Width + labels[index]];
        return labels;
    }
}
