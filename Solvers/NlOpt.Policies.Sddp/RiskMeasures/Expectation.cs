namespace NlOpt.Policies.Sddp.RiskMeasures;

/// <summary>The expected cost: risk plays no part.</summary>
public sealed class Expectation : IRiskMeasure
{
    /// <inheritdoc/>
    public string Name => "expectation";

    /// <inheritdoc/>
    public void Adjust(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> costs, Span<double> adjusted) => probabilities.CopyTo(adjusted);
}
