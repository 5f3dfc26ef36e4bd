using System.Collections.Immutable;
using NlOpt.Datasets.Generation;

namespace NlOpt.Evaluation;

/// <summary>How one generated problem was read.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="IsRight">Whether the whole model is right.</param>
/// <param name="Errors">What is wrong, in a few words each, the earliest kind first; empty for a right model.</param>
/// <param name="Predicted">The predicted model as lines of algebra; empty when nothing was read.</param>
/// <param name="Probability">The system's own probability that all is right; null when it read nothing.</param>
/// <param name="Milliseconds">Wall-clock time of the reading alone.</param>
public sealed record GeneratedResult(
    GeneratedProblem Problem, bool IsRight, ImmutableArray<string> Errors, ImmutableArray<string> Predicted, double? Probability, double Milliseconds);
