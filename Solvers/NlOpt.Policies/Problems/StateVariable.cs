namespace NlOpt.Policies.Problems;

/// <summary>One component of the state that a stage hands to the next.</summary>
/// <param name="Name">Its name, unique within the problem.</param>
/// <param name="Unit">Its unit for people; null when it has none.</param>
/// <param name="Initial">Its value before the first stage; finite.</param>
/// <param name="Lower">Smallest value after a stage, finite; null for none.</param>
/// <param name="Upper">Largest value after a stage, finite, not below the smallest; null for none.</param>
public sealed record StateVariable(string Name, string? Unit, double Initial, double? Lower, double? Upper);
