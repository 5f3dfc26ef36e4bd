using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Tagging;

/// <summary>A linear sequence model over token labels, decoded by the Viterbi algorithm.</summary>
/// <param name="emissions">Scores of labels by feature; <see cref="Tag.Count"/> classes.</param>
/// <param name="transitions">Scores of label pairs, (<see cref="Tag.Count"/> + 1) x <see cref="Tag.Count"/>; the last row is the start.</param>
internal sealed class Tagger(LinearModel emissions, float[] transitions)
{
    /// <summary>Scores of labels by feature.</summary>
    public LinearModel Emissions => emissions;

    /// <summary>Scores of label pairs.</summary>
    public float[] Transitions => transitions;

    /// <summary>The tagger whose scores are the mean of others' scores.</summary>
    public static Tagger Mean(IReadOnlyList<Tagger> taggers)
    {
        var means = new float[taggers[0].Transitions.Length];
        foreach (var tagger in taggers)
            for (var index = 0; index < means.Length; index++) means[index] += tagger.Transitions[index] / taggers.Count;
        return new Tagger(LinearModel.Mean([.. taggers.Select(tagger => tagger.Emissions)]), means);
    }

    /// <summary>The best labelling.</summary>
    public int[] Label(uint[][] features)
    {
        var scores = new double[features.Length * Tag.Count];
        for (var index = 0; index < features.Length; index++) emissions.Score(features[index], scores.AsSpan(index * Tag.Count, Tag.Count));
        return Viterbi(scores, transitions);
    }

    /// <summary>The best path through label scores.</summary>
    /// <param name="scores">Tokens x labels; overwritten.</param>
    /// <param name="transitions">As in the constructor.</param>
    public static int[] Viterbi(double[] scores, float[] transitions)
    {
        var length = scores.Length / Tag.Count;
        if (length == 0) return [];
        var back = new int[length * Tag.Count];
        for (var label = 0; label < Tag.Count; label++)
            scores[label] = Tag.MayFollow(-1, label) ? scores[label] + transitions[Tag.Count * Tag.Count + label] : double.NegativeInfinity;
        for (var index = 1; index < length; index++)
        {
            for (var label = 0; label < Tag.Count; label++)
            {
                var (best, from) = (double.NegativeInfinity, 0);
                for (var previous = 0; previous < Tag.Count; previous++)
                {
                    if (!Tag.MayFollow(previous, label)) continue;
                    var score = scores[(index - 1) * Tag.Count + previous] + transitions[previous * Tag.Count + label];
                    if (score > best) (best, from) = (score, previous);
                }

                scores[index * Tag.Count + label] += best;
                back[index * Tag.Count + label] = from;
            }
        }

        var labels = new int[length];
        var last = (length - 1) * Tag.Count;
        for (var label = 1; label < Tag.Count; label++)
            if (scores[last + label] > scores[last + labels[^1]]) labels[^1] = label;
        for (var index = length - 1; index > 0; index--) labels[index - 1] = back[index * Tag.Count + labels[index]];
        return labels;
    }
}
