namespace NlOpt.Policies.Hydro;

/// <summary>A demand for power, the same in all stages.</summary>
/// <param name="Bus">Index of its bus in <see cref="HydroCase.Buses"/>.</param>
/// <param name="Power">Active power in per unit, at least 0, before <see cref="HydroCase.LoadFactor"/>.</param>
public sealed record Load(int Bus, double Power);
