using NlOpt.Policies.Tsddr.Penalized;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// Penalised targets (the paper): programs over the whole horizon, or over windows that each start from the target before them (multiple
/// shooting), whose target rows give the duals. Each chunk keeps its own engines.
/// </summary>
internal sealed class PenalizedGradientEngine(
    MultistageProblem problem, DecisionRule rule, PenalizedProblem penalized, int windowLength, ISolver solver, int threads)
    : ChunkedGradientEngine<PenalizedGradientEngine.Windows>(problem, rule, ChunkSize, threads)
{
    private const int ChunkSize = 2;

    private readonly MultistageProblem _problem = problem;

    /// <summary>What the penalty is multiplied by (annealing); above 0.</summary>
    public double PenaltyFactor { get; set; } = 1;

    public override void Restart()
    {
        foreach (var windows in Pricings)
        {
            foreach (var window in windows.ByFirstStage.Values) window.Dispose();
            windows.ByFirstStage.Clear();
        }
    }

    protected override Windows CreatePricing(RuleRollout rollout) => new(rollout);

    protected override void Price(Windows pricing, Span<double?> costs, Span<double> duals, CancellationToken cancellationToken)
    {
        var length = _problem.StageCount * _problem.State.Length;
        for (var sample = 0; sample < costs.Length; sample++)
        {
            var own = duals.Slice(sample * length, length);
            costs[sample] = Price(pricing, sample, own, cancellationToken);
            if (costs[sample] is null) own.Clear();
        }
    }

    /// <summary>Solves the windows of one scenario.</summary>
    /// <returns>Cost with penalties; null where a window was not solved.</returns>
    private double? Price(Windows windows, int sample, Span<double> duals, CancellationToken cancellationToken)
    {
        var (rollout, states, cost) = (windows.Rollout, _problem.State.Length, 0.0);
        for (var start = 0; start < _problem.StageCount; start += windowLength)
        {
            var length = Math.Min(windowLength, _problem.StageCount - start);
            if (!windows.ByFirstStage.TryGetValue(start, out var window))
                windows.ByFirstStage[start] = window = PenalizedWindow.Open(penalized, start, length, solver).Value;
            var noises = new ImmutableArray<double>[length];
            for (var step = 0; step < length; step++) noises[step] = [.. rollout.Noise(start + step, sample), .. rollout.Target(start + step, sample)];
            var outcome = window.Solve(rollout.Incoming(start, sample), noises, PenaltyFactor, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (!outcome.IsSolved) return null;
            cost += outcome.Primal!.ObjectiveValue;
            for (var step = 0; step < length; step++)
                for (var state = 0; state < states; state++) duals[(start + step) * states + state] += window.TargetDual(step, state, outcome);
            if (start > 0) window.AddIncomingDuals(outcome, rollout.Noise(start, sample), duals.Slice((start - 1) * states, states));
        }

        return cost;
    }

    /// <summary>The windows of one chunk that have been opened, by their first stage.</summary>
    internal sealed record Windows(RuleRollout Rollout)
    {
        public Dictionary<int, PenalizedWindow> ByFirstStage { get; } = [];
    }
}
