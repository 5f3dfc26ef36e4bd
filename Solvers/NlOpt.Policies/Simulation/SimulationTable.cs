using NlOpt.Policies.Scenarios;

namespace NlOpt.Policies.Simulation;

/// <summary>The figures of a simulation while they are filled in; scenarios may be written from different threads.</summary>
internal sealed class SimulationTable
{
    public SimulationTable(MultistageProblem problem, ScenarioSet scenarios)
    {
        if (scenarios.StageCount != problem.StageCount)
            throw new ArgumentException($"The scenarios have {scenarios.StageCount} stages, the problem {problem.StageCount}.", nameof(scenarios));
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
            for (var stage = 0; stage < problem.StageCount; stage++)
                if (scenarios.Outcome(scenario, stage) >= problem.NoiseAt(stage).Count)
                    throw new ArgumentException($"Scenario {scenario} has an outcome in stage {stage} that the problem lacks.", nameof(scenarios));
        if (problem.Stages.Any(stage => stage.Measures.Length != problem.Measures.Length))
            throw new ArgumentException("The stages measure what the problem does not name: give it as many measures.", nameof(problem));
        (Problem, Scenarios) = (problem, scenarios);
        var cells = scenarios.Count * problem.StageCount;
        Costs = new double[cells];
        States = new double[cells * problem.State.Length];
        Measures = new double[cells * problem.Measures.Length];
        SolvedStages = new int[scenarios.Count];
    }

    public MultistageProblem Problem { get; }

    public ScenarioSet Scenarios { get; }

    public double[] Costs { get; }

    public double[] States { get; }

    public double[] Measures { get; }

    public int[] SolvedStages { get; }

    public ReadOnlySpan<double> Noise(int scenario, int stage) => Problem.NoiseAt(stage).Outcome(Scenarios.Outcome(scenario, stage));

    /// <summary>Writes the next stage of a scenario.</summary>
    public void Add(int scenario, double cost, ReadOnlySpan<double> outgoing, ReadOnlySpan<double> measures)
    {
        var cell = scenario * Problem.StageCount + SolvedStages[scenario]++;
        Costs[cell] = cost;
        outgoing.CopyTo(States.AsSpan(cell * Problem.State.Length, Problem.State.Length));
        measures.CopyTo(Measures.AsSpan(cell * Problem.Measures.Length, Problem.Measures.Length));
    }
}
