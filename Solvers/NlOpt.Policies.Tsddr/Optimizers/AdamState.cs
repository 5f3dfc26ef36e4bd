namespace NlOpt.Policies.Tsddr.Optimizers;

/// <summary>All that Adam remembers: a checkpoint holds it, and going on from it gives the same bytes as never having stopped.</summary>
/// <param name="Steps">Steps taken.</param>
/// <param name="Means">Decayed mean of the gradients, one a parameter.</param>
/// <param name="Squares">Decayed mean of the squared gradients, one a parameter.</param>
internal sealed record AdamState(long Steps, ImmutableArray<double> Means, ImmutableArray<double> Squares)
{
    /// <summary>The state before the first step.</summary>
    public static AdamState Start(int parameterCount) => new(0, [.. new double[parameterCount]], [.. new double[parameterCount]]);
}
