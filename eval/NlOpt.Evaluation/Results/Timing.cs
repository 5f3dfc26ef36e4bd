using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>
/// Wall-clock times of reading one problem, in milliseconds, as measured within the run: the first reading warms up, others share the machine.
/// </summary>
/// <param name="Median">Half of the problems took no longer.</param>
/// <param name="Percentile95">95% of the problems took no longer.</param>
/// <param name="Maximum">None took longer.</param>
public readonly record struct Timing(double Median, double Percentile95, double Maximum)
{
    /// <summary>Nearest-rank percentiles; all zero without times.</summary>
    internal static Timing Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToImmutableArray();
        if (sorted.IsEmpty) return default;
        double Rank(double share) => sorted[Math.Max((int)Math.Ceiling(share * sorted.Length), 1) - 1];
        return new(Rank(0.5), Rank(0.95), sorted[^1]);
    }
}
