namespace NlOpt.Policies.Simulation;

/// <summary>A simulation in a few figures, over the first stages and the scenarios that were solved that far.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="StageCount">The stages summed up.</param>
/// <param name="Cost">Cost of a scenario over these stages.</param>
/// <param name="Failures">Scenarios left out because a solve failed within these stages.</param>
/// <param name="Measures">One entry a measure of the problem.</param>
public sealed record SimulationSummary(
    string Policy, int StageCount, SampleStatistics Cost, int Failures, ImmutableArray<MeasureSummary> Measures)
{
    /// <summary>Below this, shedding and violation are rounding of the engine.</summary>
    public const double DefaultTolerance = 1e-6;
}
