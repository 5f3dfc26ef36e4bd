namespace NlOpt.Policies.Problems;

/// <summary>
/// Turns fractions in [0, 1], one a state variable, into a target that the stage can reach exactly whatever the fractions, with the exact
/// derivative of that map. Implementations are immutable and used by many threads.
/// </summary>
public interface ITargetMap
{
    /// <summary>Computes the target.</summary>
    /// <param name="stage">Which stage.</param>
    /// <param name="incoming">Incoming state.</param>
    /// <param name="noise">Noise of the stage.</param>
    /// <param name="fraction">One number in [0, 1] a state variable.</param>
    /// <param name="target">Takes the outgoing state to reach.</param>
    void Map(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction, Span<double> target);

    /// <summary>Multiplies the transposed Jacobian of <see cref="Map"/> with a gradient (reverse mode).</summary>
    /// <param name="stage">Which stage.</param>
    /// <param name="incoming">Incoming state.</param>
    /// <param name="noise">Noise of the stage.</param>
    /// <param name="fraction">The fractions given to <see cref="Map"/>.</param>
    /// <param name="targetGradient">d cost / d target.</param>
    /// <param name="incomingGradient">d cost / d incoming state is added to it.</param>
    /// <param name="fractionGradient">Takes d cost / d fraction.</param>
    void PullBack(
        int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction,
        ReadOnlySpan<double> targetGradient, Span<double> incomingGradient, Span<double> fractionGradient);

    /// <summary>The map with its constants as JSON, kept beside exported policies.</summary>
    string Describe();
}
