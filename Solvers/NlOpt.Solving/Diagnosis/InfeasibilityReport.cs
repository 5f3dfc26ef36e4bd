using System.Collections.Immutable;

namespace NlOpt.Solving.Diagnosis;

/// <summary>Why a model has no feasible point.</summary>
/// <param name="Sets">Sets of groups that cannot hold together, no two of which share a group that may be given up.</param>
/// <param name="IsComplete">
/// True when it was proven that there are no more sets apart from these; with no set at all it then means that the model is feasible. False when
/// a solve ended without telling.
/// </param>
public sealed record InfeasibilityReport(ImmutableArray<InfeasibleSet> Sets, bool IsComplete);
