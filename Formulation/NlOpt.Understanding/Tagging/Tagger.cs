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
        var scores = new float[features.Length * ViterbiPath.Width];
        Span<double> sums = stackalloc double[Tag.Count];
        for (var index = 0; index < features.Length; index++)
        {
            sums.Clear();
            emissions.Score(features[index], sums);
            for (var label = 0; label < Tag.Count; label++) scores[index * ViterbiPath.Width + label] = (float)sums[label];
        }

        return ViterbiPath.Find(scores, features.Length, transitions);
    }
}
