namespace NlOpt.Policies.Simulation;

/// <summary>Two policies on the same frozen scenarios.</summary>
/// <param name="ScenarioSha256">Checksum of the scenarios.</param>
/// <param name="Reported">Over the reported stages.</param>
/// <param name="All">Over all stages.</param>
public sealed record PolicyComparison(string ScenarioSha256, PairedSummary Reported, PairedSummary All)
{
    /// <summary>Compares two simulations.</summary>
    /// <param name="candidate">Of the policy in question.</param>
    /// <param name="baseline">Of the policy it is held against.</param>
    /// <param name="tolerance">A stage sheds or violates when a measure of that kind lies above this; at least 0.</param>
    /// <returns>
    /// The comparison; or <c>compare.different-scenarios</c> or <c>compare.different-problem</c>, since costs of different scenarios cannot be
    /// paired.
    /// </returns>
    public static Result<PolicyComparison> Of(
        SimulationResult candidate, SimulationResult baseline, double tolerance = SimulationSummary.DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(baseline);
        if (candidate.Scenarios.Sha256 != baseline.Scenarios.Sha256)
        {
            return Result.Failure<PolicyComparison>(Diagnostic.Error(
                "compare.different-scenarios",
                $"'{candidate.Policy}' was simulated on '{candidate.Scenarios.Name}' ({candidate.Scenarios.Sha256[..8]}) and "
                + $"'{baseline.Policy}' on '{baseline.Scenarios.Name}' ({baseline.Scenarios.Sha256[..8]}), which cannot be paired",
                remedy: "simulate both policies on one scenario set"));
        }

        var (left, right) = (candidate.Problem, baseline.Problem);
        if (left.Name != right.Name || left.ReportedStages != right.ReportedStages)
        {
            return Result.Failure<PolicyComparison>(Diagnostic.Error(
                "compare.different-problem",
                $"'{candidate.Policy}' was simulated on {left.ReportedStages} reported stages of '{left.Name}' and "
                + $"'{baseline.Policy}' on {right.ReportedStages} of '{right.Name}'",
                remedy: "simulate both policies on one problem"));
        }

        PairedSummary Over(int stages) =>
            new(candidate.Summarize(stages, tolerance), baseline.Summarize(stages, tolerance), PairedDifference.Of(candidate, baseline, stages));
        return Result.Success(new PolicyComparison(candidate.Scenarios.Sha256, Over(left.ReportedStages), Over(left.StageCount)));
    }
}
