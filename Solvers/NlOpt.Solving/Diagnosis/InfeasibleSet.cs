using System.Collections.Immutable;

namespace NlOpt.Solving.Diagnosis;

/// <summary>Groups that cannot hold together.</summary>
/// <param name="Groups">Their positions, ascending.</param>
/// <param name="IsIrreducible">
/// True when without any one of them the others can hold, each proven by a solve; false when a solve ended before it could tell.
/// </param>
public sealed record InfeasibleSet(ImmutableArray<int> Groups, bool IsIrreducible);
