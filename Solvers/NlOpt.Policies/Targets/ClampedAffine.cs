namespace NlOpt.Policies.Targets;

/// <summary>
/// The number <c>clamp(Constant + State . incoming + Noise . noise, Lower, Upper)</c>. Its derivative is that of the affine function strictly
/// between the two ends and 0 elsewhere.
/// </summary>
/// <param name="Constant">Finite.</param>
/// <param name="State">One coefficient a state variable; empty for none.</param>
/// <param name="Noise">One coefficient a noise component; empty for none.</param>
/// <param name="Lower">Smallest value.</param>
/// <param name="Upper">Largest value, not below <paramref name="Lower"/>.</param>
public sealed record ClampedAffine(double Constant, ImmutableArray<double> State, ImmutableArray<double> Noise, double Lower, double Upper)
{
    /// <summary>A number that depends on nothing.</summary>
    public static ClampedAffine Of(double constant) => new(constant, [], [], constant, constant);

    /// <summary>The value, and whether it lies strictly between the ends.</summary>
    internal double Value(ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, out bool isFree)
    {
        var sum = Constant;
        for (var index = 0; index < State.Length; index++) sum += State[index] * incoming[index];
        for (var index = 0; index < Noise.Length; index++) sum += Noise[index] * noise[index];
        isFree = sum > Lower && sum < Upper;
        return Math.Clamp(sum, Lower, Upper);
    }

    /// <summary>Adds a gradient times the coefficients of the state; for a value that was free.</summary>
    internal void AddTo(Span<double> incomingGradient, double gradient)
    {
        for (var index = 0; index < State.Length; index++) incomingGradient[index] += State[index] * gradient;
    }
}
