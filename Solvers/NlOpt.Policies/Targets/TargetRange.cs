namespace NlOpt.Policies.Targets;

/// <summary>The values of one state variable that a stage can reach.</summary>
/// <param name="Low">Smallest target.</param>
/// <param name="High">Largest target; where it falls below <paramref name="Low"/>, that is the only one.</param>
public sealed record TargetRange(ClampedAffine Low, ClampedAffine High);
