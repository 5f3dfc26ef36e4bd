using System.Collections.Immutable;

namespace NlOpt.Evaluation.Policies;

/// <summary>What a band is about.</summary>
public enum StageBandKind
{
    /// <summary>The cost of a stage.</summary>
    Cost,

    /// <summary>A measure of the problem.</summary>
    Measure,

    /// <summary>A state variable after the stage.</summary>
    State,
}

/// <summary>How a quantity is spread over the scenarios in each stage; every list has one number a stage.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">Name of the quantity.</param>
/// <param name="Unit">Its unit; null when it has none.</param>
/// <param name="Percentile5">One scenario in twenty lies below.</param>
/// <param name="Percentile25">A quarter lies below.</param>
/// <param name="Median">Half lie below.</param>
/// <param name="Percentile75">Three quarters lie below.</param>
/// <param name="Percentile95">Nineteen in twenty lie below.</param>
public sealed record StageBand(
    StageBandKind Kind, string Name, string? Unit, ImmutableArray<double> Percentile5, ImmutableArray<double> Percentile25, ImmutableArray<double> Median,
    ImmutableArray<double> Percentile75, ImmutableArray<double> Percentile95)
{
    /// <summary>Sums up samples.</summary>
    /// <param name="kind">What they are about.</param>
    /// <param name="name">Name of the quantity.</param>
    /// <param name="unit">Its unit; null when it has none.</param>
    /// <param name="samples">One sample a stage, each with at least one value; they are sorted in place.</param>
    internal static StageBand Of(StageBandKind kind, string name, string? unit, double[][] samples)
    {
        foreach (var sample in samples) Array.Sort(sample);
        ImmutableArray<double> At(double share) => [.. samples.Select(sample => Quantile(sample, share))];
        return new StageBand(kind, name, unit, At(0.05), At(0.25), At(0.5), At(0.75), At(0.95));
    }

    /// <summary>A quantile by linear interpolation between order statistics, as spreadsheets compute it.</summary>
    internal static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
