using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Training;

/// <summary>
/// Learns how to weigh the factors of whole readings: maximizes the probability, among all readings decoded for a text, of those that agree
/// best with its labels (log-linear, pulled towards the weights set by judgement).
/// </summary>
internal static class GlobalTrainer
{
    private const double Pull = 2;
    private const int Iterations = 100;

    /// <summary>Fits the weights.</summary>
    /// <param name="texts">For each text the factors and scores of its readings.</param>
    public static GlobalWeights Fit(IReadOnlyList<IReadOnlyList<(double[] Factors, ReadingScore Score)>> texts)
    {
        var start = GlobalWeights.Default.Values;
        var examples = texts.Where(readings => readings.Count > 1).Select(readings =>
        {
            var best = readings.Max(reading => Worth(reading.Score));
            return (Factors: readings.Select(reading => reading.Factors).ToArray(), IsBest: readings.Select(reading => Worth(reading.Score) >= best).ToArray());
        }).Where(example => Array.Exists(example.IsBest, isBest => !isBest)).ToList();
        var weights = (double[])start.Clone();
        Lbfgs.Minimize(Loss, weights, Iterations, 1e-7);
        return new GlobalWeights(weights);

        double Loss(double[] point, double[] gradient)
        {
            double loss = 0;
            for (var index = 0; index < point.Length; index++)
            {
                loss += 0.5 * Pull * Math.Pow(point[index] - start[index], 2);
                gradient[index] = Pull * (point[index] - start[index]);
            }

            foreach (var (factors, isBest) in examples)
            {
                var probabilities = Array.ConvertAll(factors, list => Dot(point, list));
                LinearModel.Softmax(probabilities);
                double best = 1e-300;
                for (var reading = 0; reading < factors.Length; reading++)
                    if (isBest[reading]) best += probabilities[reading];
                loss -= Math.Log(best);
                for (var reading = 0; reading < factors.Length; reading++)
                {
                    var slope = probabilities[reading] - (isBest[reading] ? probabilities[reading] / best : 0);
                    for (var index = 0; index < point.Length; index++) gradient[index] += slope * factors[reading][index];
                }
            }

            return loss;
        }
    }

    private static double Worth(ReadingScore score) => score.Accuracy + (score.IsExact ? 1 : 0);

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (var index = 0; index < left.Length; index++) sum += left[index] * right[index];
        return sum;
    }
}
