namespace NlOpt.Policies.Simulation;

/// <summary>Fills in scenarios, one after the other, on one thread. What it writes depends on the scenario alone.</summary>
internal interface IScenarioWorker : IDisposable
{
    /// <summary>Fills in a scenario.</summary>
    /// <returns>Null when all stages were solved.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    SimulationFailure? Run(SimulationTable table, int scenario, CancellationToken cancellationToken);
}
