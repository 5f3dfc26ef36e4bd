using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Decoding;

/// <summary>A reading in its place among the others.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Share">Its share of the probability of all readings considered, in [0, 1].</param>
/// <param name="Rival">The highest share of another reading, in [0, 1].</param>
internal sealed record RankedReading(DecodedReading Reading, double Share, double Rival)
{
    /// <summary>What tells how likely it is right, by <see cref="ConfidenceFactors"/>; made each time it is asked for.</summary>
    public double[] Confidence => ConfidenceFactors.Of(Reading, Share, Rival);
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
            new RankedReading(item.Reading, shares[index], index == 0 ? second : shares[0]))];
    }
}
