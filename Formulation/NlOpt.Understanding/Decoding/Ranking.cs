using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Decoding;

/// <summary>A reading in its place among the others.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Share">Its share of the probability of all readings considered, in [0, 1].</param>
/// <param name="Confidence">Raw confidence that it is right: its share times the probabilities of its single decisions, in [0, 1].</param>
internal sealed record RankedReading(DecodedReading Reading, double Share, double Confidence);

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
        return [.. scored.Select((item, index) => new RankedReading(item.Reading, shares[index], shares[index] * Certainty(item.Reading)))];
    }

    /// <summary>The geometric mean of local certainty, sharpened by the number of decisions: many small doubts add up.</summary>
    private static double Certainty(DecodedReading reading)
    {
        var log = reading.RoleProbabilities.Sum(Math.Log) + reading.AttachmentProbabilities.Sum(Math.Log)
            + reading.Rows.Sum(row => Math.Log(row.OperatorProbability) + Math.Log(Math.Max(row.TargetProbability, 1e-9)))
            + Math.Log(Math.Max(reading.ObjectiveProbability, 1e-9));
        return Math.Exp(0.5 * log);
    }
}
