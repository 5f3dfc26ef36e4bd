using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;

namespace NlOpt.Policies.References;

/// <summary>
/// The least cost of each scenario for somebody who knows it from the start: one linear program over the whole horizon. No policy does better in any
/// scenario.
/// </summary>
public static class PerfectForesight
{
    /// <summary>Name under which the results stand beside those of policies.</summary>
    public const string Name = "perfect foresight";

    /// <summary>Solves every scenario.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="scenarios">The scenarios, made for this problem.</param>
    /// <param name="solver">Solves the programs.</param>
    /// <param name="options">Threads and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The optima by stage; a scenario whose program was not solved counts as failed in its first stage. Or why the engine cannot be used.</returns>
    /// <exception cref="ArgumentException">The scenarios do not fit the problem.</exception>
    /// <exception cref="OperationCanceledException">Somebody cancelled it.</exception>
    public static Result<SimulationResult> Run(
        MultistageProblem problem, ScenarioSet scenarios, ISolver solver, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(solver);
        return ScenarioLoop.Run(Name, new SimulationTable(problem, scenarios), () => OpenWorker(problem, solver), options, cancellationToken);
    }

    private static Result<IScenarioWorker> OpenWorker(MultistageProblem problem, ISolver solver)
    {
        var opened = solver.Open(problem.StageAt(0).Model);
        if (!opened.TryGetValue(out var session)) return Result.Failure<IScenarioWorker>(opened.Diagnostics);
        session.Dispose();
        return Result.Success<IScenarioWorker>(new Worker(solver));
    }

    private sealed class Worker(ISolver solver) : IScenarioWorker
    {
        public SimulationFailure? Run(SimulationTable table, int scenario, CancellationToken cancellationToken)
        {
            var problem = table.Problem;
            var horizon = HorizonModel.OfPath(
                problem,
                0,
                problem.State.Select(variable => variable.Initial).ToArray(),
                [.. Enumerable.Range(0, problem.StageCount).Select(stage => table.Noise(scenario, stage).ToImmutableArray())]);
            var opened = solver.Open(horizon.Model);
            if (!opened.TryGetValue(out var session)) return Failure(TerminationReason.Failed, opened.Diagnostics[0].ToString());
            SolveResult result;
            using (session) result = session.Solve(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (result is not { Termination: TerminationReason.Optimal, Primal: { } primal })
                return Failure(result.Termination, result.Detail);
            for (var stage = 0; stage < problem.StageCount; stage++)
            {
                var (model, values) = (problem.StageAt(stage), horizon.StageValues(stage, primal.Values));
                table.Add(
                    scenario,
                    model.Model.Objective.Expression.Evaluate(values),
                    [.. model.Outgoing.Select(variable => values[variable.Index])],
                    [.. model.Measures.Select(measure => measure.Evaluate(values))]);
            }

            return null;

            SimulationFailure Failure(TerminationReason reason, string? detail) => new(scenario, 0, reason, detail);
        }

        public void Dispose()
        {
            // Sessions live no longer than their scenario.
        }
    }
}
