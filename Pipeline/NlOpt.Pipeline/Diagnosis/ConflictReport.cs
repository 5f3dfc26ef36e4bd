using System.Collections.Immutable;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Why no plan meets all rules.</summary>
/// <param name="Conflicts">
/// The conflicts; no two share a statement that may change. Among several such sets, those with rules about few amounts are preferred, then those
/// with rules said early.
/// </param>
/// <param name="IsComplete">
/// True when all rules can be met once these conflicts are mended, or as they are when there is none; false when a solve ended without telling, or
/// when rules that must stay contradict each other.
/// </param>
/// <param name="Together">
/// Changes that together make a plan possible, checked by a solve: the cheapest of each conflict where each has one, else the smallest changes of
/// several rules at once. Empty when there is no conflict, or no such changes are known.
/// </param>
public sealed record ConflictReport(ImmutableArray<RuleConflict> Conflicts, bool IsComplete, ImmutableArray<Repair> Together);
