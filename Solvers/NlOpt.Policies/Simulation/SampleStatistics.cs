namespace NlOpt.Policies.Simulation;

/// <summary>Mean and spread of a sample.</summary>
/// <param name="Count">Size of the sample.</param>
/// <param name="Mean">Mean; null for an empty sample.</param>
/// <param name="StandardDeviation">Sample standard deviation (n - 1); null below two values.</param>
public sealed record SampleStatistics(int Count, double? Mean, double? StandardDeviation)
{
    /// <summary>Standard error of the mean; null below two values.</summary>
    public double? StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>Mean and spread of values, in two passes and in the order given.</summary>
    public static SampleStatistics Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return new SampleStatistics(0, null, null);
        var mean = 0.0;
        foreach (var value in values) mean += value;
        mean /= values.Length;
        if (values.Length == 1) return new SampleStatistics(1, mean, null);
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return new SampleStatistics(values.Length, mean, Math.Sqrt(squares / (values.Length - 1)));
    }
}
