namespace NlOpt.Understanding.Learning;

/// <summary>
/// Collects examples of one decision and fits a <see cref="LinearModel"/> by L2-regularised logistic regression
/// (one class: yes or no; several: softmax). Deterministic.
/// </summary>
internal sealed class LogisticTrainer(int classCount)
{
    private const int Iterations = 60;
    private const double Tolerance = 1e-5;

    private readonly List<uint[]> _examples = [];
    private readonly List<int> _labels = [];
    private readonly List<double> _weights = [];

    /// <summary>Number of examples collected.</summary>
    public int Count => _examples.Count;

    /// <summary>Adds an example.</summary>
    /// <param name="features">Its features.</param>
    /// <param name="label">Its class; for one class 1 is yes and 0 no.</param>
    /// <param name="weight">How much it counts, above 0.</param>
    public void Add(uint[] features, int label, double weight = 1)
    {
        _weights.Add(weight);
        _examples.Add(features);
        _labels.Add(label);
    }

    /// <summary>Fits the weights to the examples chosen by <paramref name="use"/>; null uses all.</summary>
    /// <param name="strength">Weight of the data against the penalty (liblinear's C).</param>
    /// <param name="use">Says of an example's position whether it takes part.</param>
    public LinearModel Fit(double strength = 1, Func<int, bool>? use = null)
    {
        var rows = new Dictionary<uint, int>();
        var examples = new List<int[]>();
        var labels = new List<int>();
        var strengths = new List<double>();
        for (var index = 0; index < _examples.Count; index++)
        {
            if (use is not null && !use(index)) continue;
            var ids = new int[_examples[index].Length];
            for (var position = 0; position < ids.Length; position++)
            {
                if (!rows.TryGetValue(_examples[index][position], out var row)) rows[_examples[index][position]] = row = rows.Count;
                ids[position] = row;
            }

            examples.Add(ids);
            labels.Add(_labels[index]);
            strengths.Add(strength * _weights[index]);
        }

        var weights = new double[rows.Count * classCount];
        Lbfgs.Minimize(
            (point, gradient) => classCount == 1 ? BinaryLoss(point, gradient) : SoftmaxLoss(point, gradient), weights, Iterations, Tolerance);
        var features = new uint[rows.Count];
        foreach (var (feature, row) in rows) features[row] = feature;
        return new LinearModel(classCount, features, [.. weights.Select(weight => (float)weight)]);

        double BinaryLoss(double[] point, double[] gradient)
        {
            var loss = Penalty(point, gradient);
            for (var index = 0; index < examples.Count; index++)
            {
                double score = 0;
                foreach (var row in examples[index]) score += point[row];
                var margin = labels[index] == 1 ? score : -score;
                loss += strengths[index] * (margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin);
                var slope = strengths[index] * (1 / (1 + Math.Exp(-score)) - labels[index]);
                foreach (var row in examples[index]) gradient[row] += slope;
            }

            return loss;
        }

        double SoftmaxLoss(double[] point, double[] gradient)
        {
            var loss = Penalty(point, gradient);
            var scores = new double[classCount];
            for (var index = 0; index < examples.Count; index++)
            {
                Array.Clear(scores);
                foreach (var row in examples[index])
                    for (var label = 0; label < classCount; label++) scores[label] += point[row * classCount + label];
                LinearModel.Softmax(scores);
                loss -= strengths[index] * Math.Log(Math.Max(scores[labels[index]], 1e-300));
                scores[labels[index]] -= 1;
                foreach (var row in examples[index])
                    for (var label = 0; label < classCount; label++) gradient[row * classCount + label] += strengths[index] * scores[label];
            }

            return loss;
        }
    }

    private static double Penalty(double[] point, double[] gradient)
    {
        double loss = 0;
        for (var index = 0; index < point.Length; index++)
        {
            loss += 0.5 * point[index] * point[index];
            gradient[index] = point[index];
        }

        return loss;
    }
}
