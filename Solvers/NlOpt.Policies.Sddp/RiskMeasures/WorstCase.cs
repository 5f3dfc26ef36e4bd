namespace NlOpt.Policies.Sddp.RiskMeasures;

/// <summary>The highest cost that can happen, however unlikely.</summary>
public sealed class WorstCase : IRiskMeasure
{
    /// <inheritdoc/>
    public string Name => "worst-case";

    /// <inheritdoc/>
    public void Adjust(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> costs, Span<double> adjusted)
    {
        var worst = 0;
        for (var outcome = 1; outcome < costs.Length; outcome++)
            if (costs[outcome] > costs[worst]) worst = outcome;
        adjusted.Clear();
        adjusted[worst] = 1;
    }
}
