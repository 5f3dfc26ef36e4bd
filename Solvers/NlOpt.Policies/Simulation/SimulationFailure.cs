namespace NlOpt.Policies.Simulation;

/// <summary>A stage that could not be solved. Its scenario ends there.</summary>
/// <param name="Scenario">In [0, scenario count).</param>
/// <param name="Stage">The first stage without a decision.</param>
/// <param name="Termination">How its solve ended.</param>
/// <param name="Detail">What the engine said; null when nothing.</param>
public sealed record SimulationFailure(int Scenario, int Stage, TerminationReason Termination, string? Detail);
