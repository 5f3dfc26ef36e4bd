using NlOpt.Formulation;

namespace NlOpt.Understanding;

/// <summary>A place where a message names something known.</summary>
/// <param name="Evidence">Where it stands.</param>
/// <param name="Index">Position of the name in the list of known names, counted from 0.</param>
public readonly record struct SpokenName(Evidence Evidence, int Index);
