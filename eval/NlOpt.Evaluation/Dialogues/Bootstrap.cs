namespace NlOpt.Evaluation;

/// <summary>Percentile intervals of a statistic of pairs: the pairs are drawn again with replacement, as many as there are.</summary>
internal static class Bootstrap
{
    private const double Tail = 0.025;

    /// <summary>The statistic with its 95 % interval.</summary>
    /// <param name="first">First values.</param>
    /// <param name="second">Second values, as many.</param>
    /// <param name="statistic">The statistic; null where it is not defined, and such resamples are left out.</param>
    /// <param name="options">Seed and number of resamples; every call with one seed draws the same pairs.</param>
    public static (double? Value, double? Low, double? High) Interval(
        double[] first, double[] second, Func<IReadOnlyList<double>, IReadOnlyList<double>, double?> statistic, BootstrapOptions options)
    {
        if (statistic(first, second) is not { } value) return (null, null, null);
        var random = new Random(options.Seed);
        var (drawnFirst, drawnSecond) = (new double[first.Length], new double[first.Length]);
        var values = new List<double>(options.Resamples);
        for (var resample = 0; resample < options.Resamples; resample++)
        {
            for (var index = 0; index < first.Length; index++)
            {
                var drawn = random.Next(first.Length);
                (drawnFirst[index], drawnSecond[index]) = (first[drawn], second[drawn]);
            }

            if (statistic(drawnFirst, drawnSecond) is { } other) values.Add(other);
        }

        if (values.Count == 0) return (value, null, null);
        values.Sort();
        return (value, Quantile(values, Tail), Quantile(values, 1 - Tail));
    }

    private static double Quantile(List<double> sorted, double share)
    {
        var position = share * (sorted.Count - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
