using System.Collections.Immutable;
using NlOpt.Agents.Checking;

namespace NlOpt.Evaluation;

/// <summary>One formulation put to the cross-check.</summary>
/// <param name="Problem">Id of the problem.</param>
/// <param name="Source">Where the problem is from: <c>train</c>, <c>dev</c> or <c>generated</c>.</param>
/// <param name="Error">The error made in it; null for an untouched one.</param>
/// <param name="What">What was done, in a few words; null for an untouched one.</param>
/// <param name="Confidence">Probability in [0, 1] that the check gives it.</param>
/// <param name="Findings">What it found, the strongest suspicion first.</param>
public sealed record CrossCheckTrial(
    string Problem, string Source, InjectedError? Error, string? What, double Confidence, ImmutableArray<CheckFinding> Findings)
{
    /// <summary>Whether what the reader itself takes the text to mean, with the variables of the formulation, is right.</summary>
    public bool IsReaderRight { get; init; }

    /// <summary>True when the check doubts the formulation.</summary>
    public bool IsFlagged => Findings.Any(finding => finding.IsGrave);
}
