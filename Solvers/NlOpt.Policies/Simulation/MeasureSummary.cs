namespace NlOpt.Policies.Simulation;

/// <summary>A measure over the scenarios that were solved.</summary>
/// <param name="Measure">Which.</param>
/// <param name="Mean">Mean over scenarios of its sum over the stages; null when no scenario was solved.</param>
/// <param name="Largest">Largest value of a stage; null when no scenario was solved.</param>
/// <param name="ShareAbove">Share of scenarios, in [0, 1], with a stage above the tolerance; null when no scenario was solved.</param>
public sealed record MeasureSummary(Measure Measure, double? Mean, double? Largest, double? ShareAbove);
