using System.Collections.Immutable;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>The outcome of solving a predicted model.</summary>
/// <param name="Status">How it ended; only <see cref="TerminationReason.Optimal"/> says that no plan is better.</param>
/// <param name="ObjectiveValue">Value of the objective; null when no plan is known.</param>
/// <param name="Values">Every variable by name; null when no plan is known.</param>
public sealed record PredictedSolution(
    TerminationReason Status,
    double? ObjectiveValue = null,
    ImmutableSortedDictionary<string, double>? Values = null);
