using NlOpt.Policies.Scenarios;

namespace NlOpt.Policies.Simulation;

/// <summary>
/// What a policy did in every scenario and stage of a frozen set. A scenario with a failed solve ends there: it is counted, and it has no
/// cost over horizons that reach the failure.
/// </summary>
public sealed class SimulationResult
{
    private readonly double[] _costs;
    private readonly double[] _states;
    private readonly double[] _measures;
    private readonly int[] _solvedStages;

    internal SimulationResult(string policy, SimulationTable table, ImmutableArray<SimulationFailure> failures)
    {
        Policy = policy;
        Problem = table.Problem;
        Scenarios = table.Scenarios;
        (_costs, _states, _measures, _solvedStages) = (table.Costs, table.States, table.Measures, table.SolvedStages);
        Failures = failures;
    }

    /// <summary>Name of the policy.</summary>
    public string Policy { get; }

    /// <summary>The problem.</summary>
    public MultistageProblem Problem { get; }

    /// <summary>The scenarios, in whose order everything here stands.</summary>
    public ScenarioSet Scenarios { get; }

    /// <summary>The scenarios that ended early, ascending, one entry each.</summary>
    public ImmutableArray<SimulationFailure> Failures { get; }

    /// <summary>Stages of a scenario that were solved; less than the stage count where it failed.</summary>
    public int SolvedStages(int scenario) => _solvedStages[scenario];

    /// <summary>The cost of a stage.</summary>
    /// <exception cref="InvalidOperationException">The scenario failed in that stage or earlier.</exception>
    public double Cost(int scenario, int stage) => _costs[Position(scenario, stage)];

    /// <summary>The state after a stage, one value a state variable.</summary>
    /// <exception cref="InvalidOperationException">The scenario failed in that stage or earlier.</exception>
    public ReadOnlySpan<double> State(int scenario, int stage) => Row(_states, Problem.State.Length, scenario, stage);

    /// <summary>The measures of a stage, one value a measure of the problem.</summary>
    /// <exception cref="InvalidOperationException">The scenario failed in that stage or earlier.</exception>
    public ReadOnlySpan<double> Measures(int scenario, int stage) => Row(_measures, Problem.Measures.Length, scenario, stage);

    /// <summary>The cost of a scenario over the first stages; null when it failed within them.</summary>
    /// <param name="scenario">In [0, scenario count).</param>
    /// <param name="stageCount">In [1, stage count of the problem].</param>
    public double? TotalCost(int scenario, int stageCount)
    {
        CheckStageCount(stageCount);
        if (_solvedStages[scenario] < stageCount) return null;
        var total = 0.0;
        for (var stage = 0; stage < stageCount; stage++) total += Cost(scenario, stage);
        return total;
    }

    /// <summary>Sums up the scenarios over the first stages.</summary>
    /// <param name="stageCount">In [1, stage count of the problem]; <see cref="MultistageProblem.ReportedStages"/> is what reports show.</param>
    /// <param name="tolerance">A stage sheds or violates when a measure of that kind lies above this; at least 0.</param>
    public SimulationSummary Summarize(int stageCount, double tolerance = SimulationSummary.DefaultTolerance)
    {
        CheckStageCount(stageCount);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var complete = Enumerable.Range(0, Scenarios.Count).Where(scenario => _solvedStages[scenario] >= stageCount).ToArray();
        return new SimulationSummary(
            Policy,
            stageCount,
            SampleStatistics.Of([.. complete.Select(scenario => TotalCost(scenario, stageCount)!.Value)]),
            Scenarios.Count - complete.Length,
            [.. Problem.Measures.Select((measure, index) => Summarize(measure, index, complete, stageCount, tolerance))]);
    }

    private MeasureSummary Summarize(Measure measure, int index, int[] scenarios, int stageCount, double tolerance)
    {
        var (total, above, largest) = (0.0, 0, double.NegativeInfinity);
        foreach (var scenario in scenarios)
        {
            var largestHere = double.NegativeInfinity;
            for (var stage = 0; stage < stageCount; stage++)
            {
                var value = Measures(scenario, stage)[index];
                total += value;
                largestHere = Math.Max(largestHere, value);
            }

            if (largestHere > tolerance) above++;
            largest = Math.Max(largest, largestHere);
        }

        return scenarios.Length == 0
            ? new MeasureSummary(measure, null, null, null)
            : new MeasureSummary(measure, total / scenarios.Length, largest, (double)above / scenarios.Length);
    }

    private ReadOnlySpan<double> Row(double[] values, int width, int scenario, int stage) =>
        values.AsSpan(checked(Position(scenario, stage) * width), width);

    private int Position(int scenario, int stage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stage);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stage, Problem.StageCount);
        if (stage >= _solvedStages[scenario]) throw new InvalidOperationException($"Scenario {scenario} failed in stage {_solvedStages[scenario]}.");
        return scenario * Problem.StageCount + stage;
    }

    private void CheckStageCount(int stageCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stageCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stageCount, Problem.StageCount);
    }
}
