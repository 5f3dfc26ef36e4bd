namespace NlOpt.Policies.Simulation;

/// <summary>Two policies over the same first stages of the same scenarios.</summary>
/// <param name="Candidate">The policy in question.</param>
/// <param name="Baseline">The policy it is held against.</param>
/// <param name="Cost">Cost of the candidate less that of the baseline, paired.</param>
public sealed record PairedSummary(SimulationSummary Candidate, SimulationSummary Baseline, PairedDifference Cost);
