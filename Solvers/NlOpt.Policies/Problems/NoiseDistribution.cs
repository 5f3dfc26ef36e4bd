namespace NlOpt.Policies.Problems;

/// <summary>The finitely many things that may happen in a stage, independent of all other stages.</summary>
public sealed class NoiseDistribution
{
    private const double ProbabilityTolerance = 1e-9;

    private readonly ImmutableArray<double> _values;

    private NoiseDistribution(int dimension, ImmutableArray<double> values, ImmutableArray<double> probabilities)
    {
        Dimension = dimension;
        _values = values;
        Probabilities = probabilities;
    }

    /// <summary>Numbers an outcome consists of.</summary>
    public int Dimension { get; }

    /// <summary>Number of outcomes, at least 1.</summary>
    public int Count => Probabilities.Length;

    /// <summary>One probability an outcome, each above 0, together 1.</summary>
    public ImmutableArray<double> Probabilities { get; }

    /// <summary>The noise of an outcome: <see cref="Dimension"/> finite numbers.</summary>
    /// <param name="index">In [0, <see cref="Count"/>).</param>
    public ReadOnlySpan<double> Outcome(int index) => _values.AsSpan(index * Dimension, Dimension);

    /// <summary>The expected noise: <see cref="Dimension"/> numbers.</summary>
    public ImmutableArray<double> Mean()
    {
        var mean = new double[Dimension];
        for (var outcome = 0; outcome < Count; outcome++)
            for (var component = 0; component < Dimension; component++)
                mean[component] += Probabilities[outcome] * Outcome(outcome)[component];
        return [.. mean];
    }

    /// <summary>Makes a distribution.</summary>
    /// <param name="outcomes">At least one outcome, all of the same length (0 where there is no noise), all finite.</param>
    /// <param name="probabilities">One an outcome, above 0, together 1 within 1e-9; null for equally likely outcomes.</param>
    /// <exception cref="ArgumentException">The above does not hold.</exception>
    public static NoiseDistribution Of(IReadOnlyList<IReadOnlyList<double>> outcomes, IReadOnlyList<double>? probabilities = null)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        if (outcomes.Count == 0) throw new ArgumentException("A distribution needs at least one outcome.", nameof(outcomes));
        var dimension = outcomes[0].Count;
        if (outcomes.Any(outcome => outcome.Count != dimension)) throw new ArgumentException("All outcomes have the same length.", nameof(outcomes));
        if (outcomes.Any(outcome => !outcome.All(double.IsFinite))) throw new ArgumentException("Every noise is a finite number.", nameof(outcomes));
        probabilities ??= [.. Enumerable.Repeat(1.0 / outcomes.Count, outcomes.Count)];
        if (probabilities.Count != outcomes.Count) throw new ArgumentException("Each outcome has one probability.", nameof(probabilities));
        if (!probabilities.All(probability => probability > 0) || Math.Abs(probabilities.Sum() - 1) > ProbabilityTolerance)
            throw new ArgumentException("Probabilities are above 0 and add up to 1.", nameof(probabilities));
        return new NoiseDistribution(dimension, [.. outcomes.SelectMany(outcome => outcome)], [.. probabilities]);
    }
}
