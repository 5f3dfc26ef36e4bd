using System.Globalization;

namespace NlOpt.Policies.Sddp.RiskMeasures;

/// <summary>A weighted mean of risk measures, most often of the expectation and an average value at risk.</summary>
public sealed class ConvexCombination : IRiskMeasure
{
    private const double WeightTolerance = 1e-9;

    private readonly ImmutableArray<(double Weight, IRiskMeasure Measure)> _parts;

    /// <summary>Makes the combination.</summary>
    /// <param name="parts">Weights above 0, together 1 within 1e-9, with their measures.</param>
    public ConvexCombination(params ImmutableArray<(double Weight, IRiskMeasure Measure)> parts)
    {
        if (parts.IsDefaultOrEmpty || parts.Any(part => !(part.Weight > 0)) || Math.Abs(parts.Sum(part => part.Weight) - 1) > WeightTolerance)
            throw new ArgumentException("Weights are above 0 and add up to 1.", nameof(parts));
        if (parts.Any(part => part.Measure is null)) throw new ArgumentException("Each weight has a measure.", nameof(parts));
        _parts = parts;
    }

    /// <inheritdoc/>
    public string Name => string.Join(
        " + ", _parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Weight:R} {part.Measure.Name}")));

    /// <inheritdoc/>
    public void Adjust(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> costs, Span<double> adjusted)
    {
        adjusted.Clear();
        var one = new double[adjusted.Length];
        foreach (var (weight, measure) in _parts)
        {
            measure.Adjust(probabilities, costs, one);
            for (var outcome = 0; outcome < one.Length; outcome++) adjusted[outcome] += weight * one[outcome];
        }
    }
}
