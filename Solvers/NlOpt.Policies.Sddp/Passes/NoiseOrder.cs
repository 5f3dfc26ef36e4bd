namespace NlOpt.Policies.Sddp.Passes;

/// <summary>Orders the outcomes of a stage so that neighbours are alike: the basis of one is then close to that of the next.</summary>
internal static class NoiseOrder
{
    /// <summary>A chain from the outcome of the smallest sum to the nearest outcome left, and so on; each component scaled by its range.</summary>
    public static int[] Of(NoiseDistribution noise)
    {
        var scales = new double[noise.Dimension];
        for (var component = 0; component < scales.Length; component++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var outcome = 0; outcome < noise.Count; outcome++)
                (low, high) = (Math.Min(low, noise.Outcome(outcome)[component]), Math.Max(high, noise.Outcome(outcome)[component]));
            scales[component] = high > low ? 1 / (high - low) : 0;
        }

        double Sum(int outcome)
        {
            var sum = 0.0;
            for (var component = 0; component < scales.Length; component++) sum += noise.Outcome(outcome)[component] * scales[component];
            return sum;
        }

        double Distance(int one, int other)
        {
            var distance = 0.0;
            for (var component = 0; component < scales.Length; component++)
                distance += Math.Abs(noise.Outcome(one)[component] - noise.Outcome(other)[component]) * scales[component];
            return distance;
        }

        var left = Enumerable.Range(0, noise.Count).ToList();
        var order = new int[noise.Count];
        for (var position = 0; position < order.Length; position++)
        {
            var next = position == 0 ? left.MinBy(Sum) : left.MinBy(outcome => Distance(order[position - 1], outcome));
            order[position] = next;
            left.Remove(next);
        }

        return order;
    }
}
