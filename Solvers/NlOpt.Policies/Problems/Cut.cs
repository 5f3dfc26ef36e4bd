namespace NlOpt.Policies.Problems;

/// <summary>
/// A plane below the cost to go: <c>cost to go &gt;= Intercept + Slopes . outgoing state + PartWeights . parts</c>, where the left side is the
/// cost to go itself or one of its parts (one part an outcome of the next stage, where a stage distinguishes them).
/// </summary>
/// <param name="Intercept">Finite.</param>
/// <param name="Slopes">One finite number a state variable; empty when the outgoing state plays no role.</param>
public sealed record Cut(double Intercept, ImmutableArray<double> Slopes)
{
    /// <summary>The part it bounds; null for the cost to go itself.</summary>
    public int? Part { get; init; }

    /// <summary>One finite number a part; empty when the parts play no role.</summary>
    public ImmutableArray<double> PartWeights { get; init; } = [];

    /// <summary>Height of the plane over an outgoing state, its parts left aside.</summary>
    /// <param name="outgoing">One number a state variable.</param>
    public double HeightAt(ReadOnlySpan<double> outgoing)
    {
        var height = Intercept;
        for (var index = 0; index < Slopes.Length; index++) height += Slopes[index] * outgoing[index];
        return height;
    }
}
