using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Decoding;

/// <summary>A reading in its place among the others.</summary>
/// <param name="reading">The reading.</param>
/// <param name="share">Its share of the probability of all readings considered, in [0, 1].</param>
/// <param name="confidence">Makes what tells how likely it is right, by <see cref="ConfidenceFactors"/>: few readings are asked for it.</param>
internal sealed class RankedReading(DecodedReading reading, double share, Func<double[]> confidence)
{
    /// <summary>A reading whose confidence is known.</summary>
    public RankedReading(DecodedReading reading, double share, double[] confidence)
        : this(reading, share, () => confidence)
    {
    }

    /// <summary>The reading.</summary>
    public DecodedReading Reading { get; } = reading;

    /// <summary>Its share of the probability of all readings considered, in [0, 1].</summary>
    public double Share { get; } = share;

    /// <summary>What tells how likely it is right, by <see cref="ConfidenceFactors"/>; made each time.</summary>
    public double[] Confidence => confidence();
}

/// <summary>Orders readings by the weighted sum of their factors.</summary>
internal static class Ranking
{
    /// <summary>The readings, the best first.</summary>
    public static List<RankedReading> Rank(IEnumerable<DecodedReading> readings, GlobalWeights weights)
    {
        var scored = readings.Select(reading => (Reading: reading, Score: weights.Score(reading.Factors)))
            .OrderByDescending(item => item.Score).ToList();
        if (scored.Count == 0) return [];
        var shares = scored.Select(item => item.Score).ToArray();
        LinearModel.Softmax(shares);
        var second = shares.Length > 1 ? shares[1] : 0;
        return [.. scored.Select((item, index) =>
            new RankedReading(item.Reading, shares[index], () => ConfidenceFactors.Of(item.Reading, shares[index], index == 0 ? second : shares[0])))];
    }
}
