using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>Strict targets: the horizon decouples into stages whose costs come from exact solves or a library of dual vertices.</summary>
internal sealed class StrictGradientEngine(MultistageProblem problem, TargetStages stages, DecisionRule rule, IStageCosts source, int threads)
    : ChunkedGradientEngine<StrictCosts>(problem, rule, ChunkSize, threads)
{
    private const int ChunkSize = 16;

    private readonly int _dualsAScenario = problem.StageCount * problem.State.Length;
    private readonly MultistageProblem _problem = problem;

    public override void Restart()
    {
        // Engines live within one pricing of a chunk, so nothing is remembered.
    }

    protected override StrictCosts CreatePricing(RuleRollout rollout) => new(_problem, stages, rollout);

    protected override void Price(StrictCosts pricing, Span<double?> costs, Span<double> duals, CancellationToken cancellationToken)
    {
        using (var session = source.Open()) pricing.Price(session, cancellationToken);
        for (var sample = 0; sample < costs.Length; sample++)
        {
            costs[sample] = pricing.Cost(sample);
            if (costs[sample] is not null) pricing.AddTargetDuals(sample, duals.Slice(sample * _dualsAScenario, _dualsAScenario));
        }
    }
}
