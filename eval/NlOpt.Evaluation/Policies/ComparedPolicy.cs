using NlOpt.Policies.Simulation;

namespace NlOpt.Evaluation.Policies;

/// <summary>One policy of a comparison.</summary>
/// <param name="Label">What the comparison calls it; unique within the comparison.</param>
/// <param name="Policy">The policy, as its method calls itself.</param>
/// <param name="PolicySha256">SHA-256 of its file; null for references.</param>
/// <param name="Reported">Figures over the reported stages.</param>
/// <param name="ReportedDifference">Its cost less that of the baseline over the reported stages, paired; null for the baseline itself.</param>
/// <param name="All">Figures over all stages.</param>
/// <param name="AllDifference">Its cost less that of the baseline over all stages, paired; null for the baseline itself.</param>
public sealed record ComparedPolicy(
    string Label, string Policy, string? PolicySha256, SimulationSummary Reported, PairedDifference? ReportedDifference, SimulationSummary All,
    PairedDifference? AllDifference);
