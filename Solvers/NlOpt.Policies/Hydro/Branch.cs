namespace NlOpt.Policies.Hydro;

/// <summary>A line or transformer of the electric network, in the DC approximation.</summary>
/// <param name="Number">Its number in the case files; unique within the case.</param>
/// <param name="FromBus">Index of the bus where it begins in <see cref="HydroCase.Buses"/>.</param>
/// <param name="ToBus">Index of the bus where it ends.</param>
/// <param name="Resistance">Series resistance in per unit, at least 0.</param>
/// <param name="Reactance">Series reactance in per unit, not 0.</param>
/// <param name="Capacity">Most power in either direction, in per unit, at least 0.</param>
/// <param name="LowestAngle">Smallest angle at the beginning minus angle at the end, in radians.</param>
/// <param name="HighestAngle">Largest such difference, not below <paramref name="LowestAngle"/>.</param>
public sealed record Branch(
    int Number, int FromBus, int ToBus, double Resistance, double Reactance, double Capacity, double LowestAngle, double HighestAngle)
{
    /// <summary>Power in per unit for each radian of angle difference: x / (r^2 + x^2).</summary>
    public double PowerPerAngle => Reactance / (Resistance * Resistance + Reactance * Reactance);
}
