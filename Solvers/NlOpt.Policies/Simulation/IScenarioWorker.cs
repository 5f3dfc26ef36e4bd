namespace NlOpt.Policies.Simulation;

/// <summary>Fills in scenarios on one thread, batch after batch. What it writes depends on nothing but the scenarios of the batch so far.</summary>
internal interface IScenarioWorker : IDisposable
{
    /// <summary>Starts a batch: forgets everything before it.</summary>
    void Begin();

    /// <summary>Fills in the next scenario of the batch.</summary>
    /// <returns>Null when all stages were solved.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    SimulationFailure? Run(SimulationTable table, int scenario, CancellationToken cancellationToken);
}
