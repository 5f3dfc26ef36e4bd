using System.Collections.Immutable;
using NlOpt.Modeling;
using NlOpt.Policies.Simulation;

namespace NlOpt.Evaluation.Policies;

/// <summary>Policies on the same frozen scenarios, each held against a baseline. Written as comparison.json (docs/reference/policies.md).</summary>
public sealed record PolicyComparisonReport
{
    /// <summary>Version of the format that this program writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The case as commands name it.</summary>
    public required string Case { get; init; }

    /// <summary>Checksum of the problem.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Unit of the cost; null when it has none.</summary>
    public string? CostUnit { get; init; }

    /// <summary>The scenarios.</summary>
    public required ScenarioDescription Scenarios { get; init; }

    /// <summary>Label of the policy that the others are held against.</summary>
    public required string Baseline { get; init; }

    /// <summary>The policies in the order given.</summary>
    public required ImmutableArray<ComparedPolicy> Policies { get; init; }

    /// <summary>Compares evaluations.</summary>
    /// <param name="evaluations">At least one, each with a label of its own.</param>
    /// <param name="baseline">The label of one of them.</param>
    /// <returns>The comparison; or <c>compare.different-scenarios</c> or <c>compare.different-problem</c>, since such costs cannot be paired.</returns>
    /// <exception cref="ArgumentException">There is no evaluation, two have one label, or the baseline is none of them.</exception>
    public static Result<PolicyComparisonReport> Of(ImmutableArray<(string Label, PolicyEvaluation Evaluation)> evaluations, string baseline)
    {
        if (evaluations.IsDefaultOrEmpty || evaluations.DistinctBy(entry => entry.Label).Count() < evaluations.Length)
            throw new ArgumentException("There is at least one evaluation, and labels differ.", nameof(evaluations));
        var (_, basis) = evaluations.FirstOrDefault(entry => entry.Label == baseline);
        if (basis is null) throw new ArgumentException($"There is no evaluation '{baseline}'.", nameof(baseline));
        foreach (var (label, evaluation) in evaluations)
        {
            if (evaluation.Fingerprint != basis.Fingerprint)
            {
                return Result.Failure<PolicyComparisonReport>(Diagnostic.Error(
                    "compare.different-problem", $"'{label}' is a policy for another problem than '{baseline}': costs cannot be paired",
                    remedy: "compare policies of one case"));
            }

            if (evaluation.Scenarios.Sha256 != basis.Scenarios.Sha256)
            {
                return Result.Failure<PolicyComparisonReport>(Diagnostic.Error(
                    "compare.different-scenarios",
                    $"'{label}' was simulated on '{evaluation.Scenarios.Name}' and '{baseline}' on '{basis.Scenarios.Name}', which cannot be paired",
                    remedy: "simulate all on one scenario set"));
            }
        }

        return Result.Success(new PolicyComparisonReport
        {
            Case = basis.Case,
            Fingerprint = basis.Fingerprint,
            CostUnit = basis.CostUnit,
            Scenarios = basis.Scenarios,
            Baseline = baseline,
            Policies = [.. evaluations.Select(entry => Row(entry.Label, entry.Evaluation, basis))],
        });
    }

    private static ComparedPolicy Row(string label, PolicyEvaluation evaluation, PolicyEvaluation basis) => new(
        label, evaluation.Policy, evaluation.PolicySha256,
        evaluation.Reported,
        ReferenceEquals(evaluation, basis) ? null : PairedDifference.Of(evaluation.ReportedCosts.AsSpan(), basis.ReportedCosts.AsSpan()),
        evaluation.All,
        ReferenceEquals(evaluation, basis) ? null : PairedDifference.Of(evaluation.AllCosts.AsSpan(), basis.AllCosts.AsSpan()));
}
