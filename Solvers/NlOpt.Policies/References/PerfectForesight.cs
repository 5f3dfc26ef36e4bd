using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;

namespace NlOpt.Policies.References;

/// <summary>
/// The least cost of each scenario for somebody who knows it from the start: one linear program over the whole horizon. No policy does better
/// over all stages of any scenario. Over the reported stages alone a policy may, and how an optimal plan splits its cost between
/// them and the rest is not always unique.
/// </summary>
public static class PerfectForesight
{
    /// <summary>Name under which the results stand beside those of policies.</summary>
    public const string Name = "perfect foresight";

    // A program moved from scenario to scenario solves several times faster than one built for each (Bolivia: 0.1 s instead of 0.7 s).
    private const int BatchSize = 10;

    /// <summary>Solves every scenario.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="scenarios">The scenarios, made for this problem.</param>
    /// <param name="solver">Solves the programs.</param>
    /// <param name="options">Threads and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// The optima by stage; a scenario whose program was not solved counts as failed in its first stage. Or why the engine cannot be used.
    /// </returns>
    /// <exception cref="ArgumentException">The scenarios do not fit the problem.</exception>
    /// <exception cref="OperationCanceledException">Somebody cancelled it.</exception>
    public static Result<SimulationResult> Run(
        MultistageProblem problem, ScenarioSet scenarios, ISolver solver, SimulationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(solver);
        var table = new SimulationTable(problem, scenarios);
        return ScenarioLoop.Run(Name, table, () => OpenWorker(problem, solver), BatchSize, options, cancellationToken);
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
        private HorizonModel? _horizon;
        private ISolverSession? _session;

        public void Begin()
        {
            _session?.Dispose();
            _session = null;
        }

        public SimulationFailure? Run(SimulationTable table, int scenario, CancellationToken cancellationToken)
        {
            var problem = table.Problem;
            if (MoveTo(table, scenario) is { } refusal) return Failure(TerminationReason.Failed, refusal.ToString());
            var result = _session!.Solve(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (result is not { Termination: TerminationReason.Optimal, Primal: { } primal })
                return Failure(result.Termination, result.Detail);
            for (var stage = 0; stage < problem.StageCount; stage++)
            {
                var (model, values) = (problem.StageAt(stage), _horizon!.StageValues(stage, primal.Values));
                table.Add(
                    scenario,
                    model.Model.Objective.Expression.Evaluate(values),
                    [.. model.Outgoing.Select(variable => values[variable.Index])],
                    [.. model.Measures.Select(measure => measure.Evaluate(values))]);
            }

            return null;

            SimulationFailure Failure(TerminationReason reason, string? detail) => new(scenario, 0, reason, detail);
        }

        public void Dispose() => Begin();

        /// <summary>Brings the program to a scenario.</summary>
        /// <returns>Null when done; else why the engine cannot take it.</returns>
        private Diagnostic? MoveTo(SimulationTable table, int scenario)
        {
            var problem = table.Problem;
            var initial = problem.State.Select(variable => variable.Initial).ToArray();
            var noises = Enumerable.Range(0, problem.StageCount).Select(stage => table.Noise(scenario, stage).ToImmutableArray()).ToArray();
            if (_session is not null && _horizon!.HasFixedMatrix)
            {
                _horizon.Move(_session, initial, noises);
                return null;
            }

            Begin();
            _horizon = HorizonModel.OfPath(problem, 0, initial, noises);
            var opened = solver.Open(_horizon.Model);
            return opened.TryGetValue(out _session) ? null : opened.Diagnostics[0];
        }
    }
}
