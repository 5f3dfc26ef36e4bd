using NlOpt.Policies.Tsddr.Gradients;
using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>What the panel says about some parameters.</summary>
/// <param name="Cost">Mean cost over all stages by exact solves; null when every scenario had a failed solve.</param>
/// <param name="Failures">Scenarios with a failed solve.</param>
/// <param name="Missing">Vertices that the library lacked, and has now.</param>
internal readonly record struct PanelOutcome(double? Cost, int Failures, int Missing)
{
    /// <summary>True when this is to be preferred: fewer failures first, then a lower cost.</summary>
    public bool IsBetterThan(PanelOutcome? other) =>
        Cost is not null && (other is not { Cost: not null } known || Failures < known.Failures || Failures == known.Failures && Cost < known.Cost);
}

/// <summary>Held-out scenarios on which candidates are compared by exact solves of every stage.</summary>
internal sealed class Panel(MultistageProblem problem, TargetStages stages, DecisionRule rule, ISolver solver, ScenarioSet scenarios, int threads)
{
    // Small, so that all processors have work; fixed, so that results do not depend on their number.
    private const int ChunkSize = 8;

    private readonly RuleRollout[] _rollouts =
        [.. Enumerable.Range(0, (scenarios.Count + ChunkSize - 1) / ChunkSize).Select(_ => new RuleRollout(problem, rule, ChunkSize))];

    /// <summary>Evaluates parameters, and teaches a library what the exact solves found.</summary>
    public PanelOutcome Evaluate(ReadOnlyMemory<double> parameters, LibraryStageCosts? library, CancellationToken cancellationToken)
    {
        var source = new ExactStageCosts(stages, solver);
        var costs = _rollouts.Select(rollout => new StrictCosts(problem, stages, rollout)).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, _rollouts.Length, options, chunk =>
        {
            _rollouts[chunk].Forward(parameters.Span, scenarios, chunk * ChunkSize);
            using var session = source.Open();
            costs[chunk].Price(session, cancellationToken);
        });
        var (sum, failures, missing) = (0.0, 0, 0);
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
        {
            if (costs[scenario / ChunkSize].Cost(scenario % ChunkSize) is { } cost) sum += cost;
            else failures++;
        }

        if (library is not null)
            foreach (var chunk in costs) missing += Teach(library, chunk);
        return new PanelOutcome(failures == scenarios.Count ? null : sum / (scenarios.Count - failures), failures, missing);
    }

    private int Teach(LibraryStageCosts library, StrictCosts costs)
    {
        var missing = 0;
        for (var stage = 0; stage < problem.StageCount; stage++)
        {
            for (var sample = 0; sample < ChunkSize; sample++)
            {
                var cost = costs.StageCost(stage, sample);
                if (!double.IsNaN(cost) && library.Learn(stage, costs.Point(stage, sample), cost, costs.Slope(stage, sample))) missing++;
            }
        }

        return missing;
    }
}
