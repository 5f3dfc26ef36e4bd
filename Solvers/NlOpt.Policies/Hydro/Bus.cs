namespace NlOpt.Policies.Hydro;

/// <summary>A node of the electric network.</summary>
/// <param name="Number">Its number in the case files; unique within the case.</param>
/// <param name="Name">Its name for people; null when it has none.</param>
/// <param name="IsReference">True when its voltage angle is the zero of all angles.</param>
public sealed record Bus(int Number, string? Name, bool IsReference);
