namespace NlOpt.Policies.Sddp.RiskMeasures;

/// <summary>
/// A coherent risk measure in its dual form: the risk-adjusted cost is the expectation under the worst probabilities of a set around the
/// given ones. Implementations are immutable and used by many threads.
/// </summary>
public interface IRiskMeasure
{
    /// <summary>
    /// Name with all parameters, such as <c>avar(0.5)</c>; kept in files, so that a training goes on with the measure it began with.
    /// </summary>
    string Name { get; }

    /// <summary>Finds the worst probabilities.</summary>
    /// <param name="probabilities">One an outcome, above 0, together 1.</param>
    /// <param name="costs">One finite cost an outcome.</param>
    /// <param name="adjusted">Takes one probability an outcome, at least 0, together 1; equal inputs give equal bits.</param>
    void Adjust(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> costs, Span<double> adjusted);
}
