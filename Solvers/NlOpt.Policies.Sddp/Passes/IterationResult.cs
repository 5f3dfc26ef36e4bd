namespace NlOpt.Policies.Sddp.Passes;

/// <summary>What an iteration came to.</summary>
/// <param name="Cost">Mean cost of the paths that came to the end; null when none did.</param>
/// <param name="Bound">Risk-adjusted value of the first stage after it; null when a solve failed.</param>
/// <param name="Failures">The solves that failed. Where one of them is of the problem, or all are, the training cannot go on.</param>
internal sealed record IterationResult(double? Cost, double? Bound, ImmutableArray<StageFailure> Failures);
