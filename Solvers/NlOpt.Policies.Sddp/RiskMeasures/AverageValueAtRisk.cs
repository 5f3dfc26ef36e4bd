using System.Globalization;

namespace NlOpt.Policies.Sddp.RiskMeasures;

/// <summary>
/// The expected cost of the worst outcomes that together have the probability <see cref="Tail"/> (also conditional value at risk, expected
/// shortfall; Rockafellar and Uryasev 2000). A tail of 1 is the expectation; towards 0 it becomes the worst case.
/// </summary>
public sealed class AverageValueAtRisk : IRiskMeasure
{
    /// <summary>Makes the measure.</summary>
    /// <param name="tail">Probability of the tail, in (0, 1].</param>
    public AverageValueAtRisk(double tail)
    {
        if (!(tail > 0 && tail <= 1)) throw new ArgumentOutOfRangeException(nameof(tail), tail, "The tail lies in (0, 1].");
        Tail = tail;
    }

    /// <summary>Probability of the tail, in (0, 1].</summary>
    public double Tail { get; }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"avar({Tail:R})");

    /// <inheritdoc/>
    public void Adjust(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> costs, Span<double> adjusted)
    {
        var order = new int[costs.Length];
        for (var outcome = 0; outcome < order.Length; outcome++) order[outcome] = outcome;
        var numbers = costs.ToArray();
        Array.Sort(order, (one, other) => numbers[other].CompareTo(numbers[one]) is var costly && costly != 0 ? costly : one.CompareTo(other));
        var rest = 1.0;
        foreach (var outcome in order)
        {
            adjusted[outcome] = Math.Min(rest, probabilities[outcome] / Tail);
            rest -= adjusted[outcome];
        }

        adjusted[order[^1]] += rest; // rounding of the probabilities, so that they stay together 1
    }
}
