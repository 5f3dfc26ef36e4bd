namespace NlOpt.Policies.Sddp.Passes;

/// <summary>One sampled path: the states it came through.</summary>
internal sealed class ForwardPath
{
    private const double BoundTolerance = 1e-6;

    private readonly List<ImmutableArray<double>> _incoming = [];

    /// <summary>The state each stage started from, as far as the path came.</summary>
    public IReadOnlyList<ImmutableArray<double>> Incoming => _incoming;

    /// <summary>Cost of all stages together; only when there is no failure.</summary>
    public double Cost { get; private set; }

    /// <summary>Where the path broke off; null when it came to the end.</summary>
    public StageFailure? Failure { get; private set; }

    /// <summary>Follows the policy of the present cuts through a scenario.</summary>
    public static ForwardPath Follow(
        MultistageProblem problem, ScenarioSet scenarios, int scenario, StageLane lane, CancellationToken cancellationToken)
    {
        var path = new ForwardPath();
        ImmutableArray<double> state = [.. problem.State.Select(variable => variable.Initial)];
        for (var stage = 0; stage < problem.StageCount; stage++)
        {
            path._incoming.Add(state);
            var outcome = scenarios.Outcome(scenario, stage);
            var solved = lane.Solve(stage, state.AsSpan(), problem.NoiseAt(stage).Outcome(outcome), cancellationToken);
            if (!solved.IsSolved)
            {
                path.Failure = new StageFailure(stage, outcome, state, solved);
                return path;
            }

            if (problem.StageCostLowerBound is { } least && solved.Cost < least - BoundTolerance * Math.Max(1, Math.Abs(solved.Cost)))
            {
                path.Failure = new StageFailure(stage, outcome, state, solved) { BreaksLowerBound = true };
                return path;
            }

            path.Cost += solved.Cost;
            state = [.. solved.Outgoing.Select((value, index) => WithinBounds(problem.State[index], value))];
        }

        return path;
    }

    /// <summary>Without the tiny violations that an engine leaves.</summary>
    private static double WithinBounds(StateVariable variable, double value) =>
        Math.Min(Math.Max(value, variable.Lower ?? double.NegativeInfinity), variable.Upper ?? double.PositiveInfinity);
}
