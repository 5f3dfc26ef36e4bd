using NlOpt.Policies.Scenarios;

namespace NlOpt.Policies.Simulation;

/// <summary>Rolls a policy over frozen scenarios. The figures do not depend on the number of threads.</summary>
public static class Simulator
{
    /// <summary>Simulates every scenario from the initial state on.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="policy">The policy; opened once a thread.</param>
    /// <param name="scenarios">The scenarios, made for this problem.</param>
    /// <param name="options">Threads and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the simulation.</param>
    /// <returns>What happened, failed solves included; or why the policy cannot be opened.</returns>
    /// <exception cref="ArgumentException">The scenarios do not fit the problem.</exception>
    /// <exception cref="OperationCanceledException">Somebody cancelled it: half a simulation says nothing.</exception>
    public static Result<SimulationResult> Run(
        MultistageProblem problem, IPolicy policy, ScenarioSet scenarios, SimulationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(scenarios);
        var table = new SimulationTable(problem, scenarios);
        return ScenarioLoop.Run(policy.Name, table, () => OpenWorker(policy), batchSize: 1, options, cancellationToken);
    }

    private static Result<IScenarioWorker> OpenWorker(IPolicy policy)
    {
        var opened = policy.Open();
        return opened.TryGetValue(out var session)
            ? Result.Success<IScenarioWorker>(new Rollout(session))
            : Result.Failure<IScenarioWorker>(opened.Diagnostics);
    }

    private sealed class Rollout(IPolicySession session) : IScenarioWorker
    {
        public void Begin() => session.Begin();

        public SimulationFailure? Run(SimulationTable table, int scenario, CancellationToken cancellationToken)
        {
            ReadOnlySpan<double> incoming = table.Problem.State.Select(variable => variable.Initial).ToArray();
            for (var stage = 0; stage < table.Problem.StageCount; stage++)
            {
                var decision = session.Decide(stage, incoming, table.Noise(scenario, stage), cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                if (!decision.IsSolved) return new SimulationFailure(scenario, stage, decision.Termination, decision.Detail);
                if (Objection(table.Problem, decision) is { } objection)
                    return new SimulationFailure(scenario, stage, TerminationReason.Failed, objection);
                table.Add(scenario, decision.Cost, decision.Outgoing.AsSpan(), decision.Measures.AsSpan());
                incoming = decision.Outgoing.AsSpan();
            }

            return null;
        }

        public void Dispose() => session.Dispose();

        private static string? Objection(MultistageProblem problem, StageDecision decision)
        {
            if (decision.Outgoing.Length != problem.State.Length || decision.Measures.Length != problem.Measures.Length)
                throw new InvalidOperationException("The decision of the policy does not have one value a state variable and measure.");
            return double.IsFinite(decision.Cost) && decision.Outgoing.All(double.IsFinite) && decision.Measures.All(double.IsFinite)
                ? null
                : "The decision holds values that are no numbers.";
        }
    }
}
