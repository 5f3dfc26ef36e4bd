using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Agents.Checking;

/// <summary>What the embedded reader thinks of a formulation that someone else made.</summary>
/// <param name="Findings">Everything that was found, the strongest suspicion first.</param>
/// <param name="Confidence">Probability in [0, 1] that the formulation is right in every row, from the findings.</param>
/// <param name="Own">What the reader itself takes the text to mean, with the variables of the formulation; null where it cannot read it so.</param>
/// <param name="OptimaAgree">Whether the best plans of both are worth the same; null where that was not asked for or one has none.</param>
public sealed record CrossCheckResult(ImmutableArray<CheckFinding> Findings, double Confidence, ProblemFormulation? Own, bool? OptimaAgree)
{
    /// <summary>True when some suspicion is grave.</summary>
    public bool IsDoubtful => Findings.Any(finding => finding.IsGrave);
}
