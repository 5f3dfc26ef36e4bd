namespace NlOpt.Policies.Hydro;

/// <summary>A power plant, thermal or driven by a reservoir.</summary>
/// <param name="Number">Its number in the case files; unique within the case.</param>
/// <param name="Name">Its name for people; null when it has none.</param>
/// <param name="Bus">Index of its bus in <see cref="HydroCase.Buses"/>.</param>
/// <param name="LowestPower">Smallest output in per unit, at least 0.</param>
/// <param name="HighestPower">Largest output in per unit, not below <paramref name="LowestPower"/>.</param>
/// <param name="Cost">Cost of one per unit during one stage.</param>
public sealed record Generator(int Number, string? Name, int Bus, double LowestPower, double HighestPower, double Cost);
