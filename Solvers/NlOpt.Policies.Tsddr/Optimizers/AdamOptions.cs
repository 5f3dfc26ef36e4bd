namespace NlOpt.Policies.Tsddr.Optimizers;

/// <summary>Settings of Adam (Kingma and Ba 2015, algorithm 1).</summary>
internal sealed record AdamOptions
{
    /// <summary>Share of the mean gradient kept from step to step, in [0, 1).</summary>
    /// <value>0.9.</value>
    public double MeanDecay { get; init => field = InUnitInterval(value, nameof(MeanDecay)); } = 0.9;

    /// <summary>Share of the mean squared gradient kept from step to step, in [0, 1).</summary>
    /// <value>0.999.</value>
    public double SquareDecay { get; init => field = InUnitInterval(value, nameof(SquareDecay)); } = 0.999;

    /// <summary>Added to the root mean square in the denominator, above 0; in the unit of the gradient.</summary>
    /// <value>1e-8.</value>
    public double Epsilon
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Epsilon), value, "It is above 0.");
    } = 1e-8;

    private static double InUnitInterval(double value, string name) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, "It lies in [0, 1).");
}
