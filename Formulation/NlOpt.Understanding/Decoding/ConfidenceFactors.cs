namespace NlOpt.Understanding.Decoding;

/// <summary>What tells right readings from wrong ones: how far the reading leads the others, how sure its decisions are, and its factors as a whole.</summary>
internal static class ConfidenceFactors
{
    private const int OwnCount = 14;
    private const double Tiny = 1e-6;

    /// <summary>Number of factors.</summary>
    public static int Count => OwnCount + GlobalWeights.Names.Length;

    /// <summary>The factors of a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="share">Its share of the probability of all readings, in [0, 1].</param>
    /// <param name="rival">The highest share of another reading, in [0, 1].</param>
    public static double[] Of(DecodedReading reading, double share, double rival)
    {
        var targets = reading.Rows.Select(row => row.TargetProbability);
        var directions = reading.Rows.Select(row => row.OperatorProbability);
        return
        [
            1,
            Log(share),
            Log(share / (share + rival + Tiny)),
            Log(1 - share),
            Doubt(reading.RoleProbabilities),
            Least(reading.RoleProbabilities),
            Doubt(reading.AttachmentProbabilities),
            Least(reading.AttachmentProbabilities),
            Doubt(targets),
            Least(targets),
            Doubt(directions),
            Least(directions),
            Log(reading.ObjectiveProbability),
            reading.Context.Text.ObjectiveCue is null ? 1 : 0,
            .. reading.Factors,
        ];
    }

    private static double Log(double probability) => Math.Log(Math.Max(probability, Tiny));

    /// <summary>Expected number of wrong decisions.</summary>
    private static double Doubt(IEnumerable<double> probabilities) => probabilities.Sum(probability => 1 - probability);

    private static double Least(IEnumerable<double> probabilities) => Log(probabilities.DefaultIfEmpty(1).Min());
}
