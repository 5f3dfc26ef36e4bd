using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Decoding;

/// <summary>
/// Turns what is known of a reading into the share of such readings that were right on unseen texts: a logistic regression over
/// <see cref="ConfidenceFactors"/>, then isotonic regression, which makes its scores honest.
/// </summary>
/// <param name="Weights">One weight a confidence factor.</param>
/// <param name="Scores">Scores of the regression, ascending.</param>
/// <param name="Shares">Share of right readings at each, not descending.</param>
internal sealed record Calibration(double[] Weights, double[] Scores, double[] Shares)
{
    private const int MostSteps = 64;
    private const int Folds = 5;
    private const int Iterations = 100;
    private const double Penalty = 1;
    private const double Tolerance = 1e-7;

    /// <summary>Fits to readings of unseen texts. The steps are fitted to scores that are themselves of unseen texts.</summary>
    /// <param name="readings">
    /// The readings, and whether they are right; null where wrong labels do not tell. Such readings say nothing of which are right, but leaving them out would
    /// be kind, since they are known from disagreeing: each counts as half right.
    /// </param>
    public static Calibration Fit(IReadOnlyList<(double[] Factors, bool? IsRight)> readings)
    {
        if (readings.Count == 0) return new Calibration(new double[ConfidenceFactors.Count], [0, 1], [0, 1]);
        var scored = Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var weights = FitWeights([.. readings.Where((_, index) => index % Folds != fold)]);
            return readings.Where((_, index) => index % Folds == fold).Select(reading => (Score: Score(weights, reading.Factors), reading.IsRight));
        });
        var sorted = scored.OrderBy(reading => reading.Score).ToList();
        var fitted = IsotonicRegression.Fit([.. sorted.Select(reading => reading.IsRight switch { true => 1.0, false => 0.0, null => 0.5 })]);
        var steps = Enumerable.Range(0, MostSteps + 1).Select(step => step * (sorted.Count - 1) / MostSteps).Distinct().ToList();
        return new Calibration(FitWeights(readings), [.. steps.Select(step => sorted[step].Score)], [.. steps.Select(step => fitted[step])]);
    }

    /// <summary>The share of right ones among readings with such factors, between the fitted points by line.</summary>
    public double Apply(double[] factors)
    {
        var score = Score(Weights, factors);
        var above = Array.FindIndex(Scores, step => step >= score);
        if (above < 0) return Shares[^1];
        if (above == 0 || Scores[above] <= Scores[above - 1]) return Shares[above];
        var part = (score - Scores[above - 1]) / (Scores[above] - Scores[above - 1]);
        return Shares[above - 1] + part * (Shares[above] - Shares[above - 1]);
    }

    public void Write(BinaryWriter writer)
    {
        foreach (var weight in Weights) writer.Write(weight);
        writer.Write7BitEncodedInt(Scores.Length);
        foreach (var score in Scores) writer.Write(score);
        foreach (var share in Shares) writer.Write(share);
    }

    public static Calibration Read(BinaryReader reader)
    {
        var weights = Doubles(reader, ConfidenceFactors.Count);
        var count = reader.Read7BitEncodedInt();
        if (count is < 1 or > 1000) throw new InvalidDataException("the reader weights are damaged");
        return new Calibration(weights, Doubles(reader, count), Doubles(reader, count));
    }

    private static double[] Doubles(BinaryReader reader, int count)
    {
        var values = new double[count];
        for (var index = 0; index < count; index++) values[index] = reader.ReadDouble();
        return values;
    }

    private static double Score(double[] weights, double[] factors)
    {
        double sum = 0;
        for (var index = 0; index < weights.Length; index++) sum += weights[index] * factors[index];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double[] FitWeights(IReadOnlyList<(double[] Factors, bool? IsRight)> readings)
    {
        var weights = new double[ConfidenceFactors.Count];
        Lbfgs.Minimize(Loss, weights, Iterations, Tolerance);
        return weights;

        double Loss(double[] point, double[] gradient)
        {
            double loss = 0;
            for (var index = 0; index < point.Length; index++)
            {
                loss += 0.5 * Penalty * point[index] * point[index];
                gradient[index] = Penalty * point[index];
            }

            foreach (var (factors, known) in readings)
            {
                if (known is not { } isRight) continue;
                var score = Score(point, factors);
                loss -= Math.Log(Math.Max(isRight ? score : 1 - score, 1e-12));
                var slope = score - (isRight ? 1 : 0);
                for (var index = 0; index < point.Length; index++) gradient[index] += slope * factors[index];
            }

            return loss;
        }
    }
}
