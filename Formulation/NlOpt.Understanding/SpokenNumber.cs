using NlOpt.Formulation;

namespace NlOpt.Understanding;

/// <summary>A number in a message.</summary>
/// <param name="Evidence">Where it stands; percent signs, currencies and scales are part of it.</param>
/// <param name="Value">Its value, percentages as fractions.</param>
/// <param name="IsMoney">Written with a currency.</param>
/// <param name="IsShare">Written as a percentage, a fraction or a multiple ("3 times").</param>
public readonly record struct SpokenNumber(Evidence Evidence, double Value, bool IsMoney, bool IsShare);
