namespace NlOpt.Policies.Simulation;

/// <summary>The cost of a candidate less that of a baseline, scenario by scenario, over the scenarios that both solved.</summary>
/// <param name="Difference">The differences; below 0 the candidate is cheaper.</param>
/// <param name="BaselineMean">Mean cost of the baseline over the same pairs; null when there is no pair.</param>
/// <param name="Wins">Pairs in which the candidate is cheaper by more than rounding (1e-9 relative).</param>
public sealed record PairedDifference(SampleStatistics Difference, double? BaselineMean, int Wins)
{
    private const double Rounding = 1e-9;

    /// <summary>Mean difference over its standard error; null when the differences do not vary.</summary>
    public double? T => Difference.StandardError is { } error and > 0 ? Difference.Mean / error : null;

    /// <summary>Mean difference over the mean cost of the baseline; null when that is 0 or unknown.</summary>
    public double? Relative => BaselineMean is { } mean && mean != 0 ? Difference.Mean / Math.Abs(mean) : null;

    /// <summary>Pairs costs.</summary>
    /// <param name="candidate">Cost of the candidate, one a scenario; null where it failed.</param>
    /// <param name="baseline">Cost of the baseline in the same scenarios, in the same order; null where it failed.</param>
    /// <exception cref="ArgumentException">There are not as many of one as of the other.</exception>
    public static PairedDifference Of(ReadOnlySpan<double?> candidate, ReadOnlySpan<double?> baseline)
    {
        if (candidate.Length != baseline.Length) throw new ArgumentException("Each scenario has one cost of either.", nameof(baseline));
        var (differences, baselines, wins) = (new List<double>(), new List<double>(), 0);
        for (var scenario = 0; scenario < candidate.Length; scenario++)
        {
            if (candidate[scenario] is not { } cost || baseline[scenario] is not { } other) continue;
            differences.Add(cost - other);
            baselines.Add(other);
            if (other - cost > Rounding * Math.Max(1, Math.Abs(other))) wins++;
        }

        return new PairedDifference(SampleStatistics.Of([.. differences]), SampleStatistics.Of([.. baselines]).Mean, wins);
    }

    /// <summary>Pairs the costs of two simulations of the same scenarios.</summary>
    internal static PairedDifference Of(SimulationResult candidate, SimulationResult baseline, int stageCount)
    {
        double?[] Costs(SimulationResult result) => [.. Enumerable.Range(0, result.Scenarios.Count).Select(scenario => result.TotalCost(scenario, stageCount))];
        return Of(Costs(candidate), Costs(baseline));
    }
}
