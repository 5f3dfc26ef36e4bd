namespace NlOpt.Policies.Problems;

/// <summary>
/// One way in which the incoming state and the noise move a row of a stage model: both sides of the row grow by
/// <c>Coefficient * incoming[State] * noise[Noise]</c>, where a factor that is null counts as 1.
/// </summary>
/// <param name="Row">A row of the stage model.</param>
/// <param name="Coefficient">Finite, not 0.</param>
/// <param name="State">Index of a state variable; null when the incoming state plays no part.</param>
/// <param name="Noise">Index of a noise; null when the noise plays no part. At least one of the two is given.</param>
public sealed record RightHandSideTerm(RowId Row, double Coefficient, int? State, int? Noise)
{
    /// <summary>d right-hand side / d incoming[State]; <see cref="State"/> must not be null.</summary>
    /// <param name="noise">The noise of the stage.</param>
    internal double Slope(ReadOnlySpan<double> noise) => Noise is { } index ? Coefficient * noise[index] : Coefficient;

    /// <summary>What the term adds to the right-hand side.</summary>
    internal double Value(ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise) =>
        Slope(noise) * (State is { } index ? incoming[index] : 1);
}
