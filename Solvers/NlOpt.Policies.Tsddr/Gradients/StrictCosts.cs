using NlOpt.Policies.Tsddr.Library;

namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// Costs and target duals of strict targets for one chunk: every stage stands for itself, at the point p that incoming state, noise and
/// target make. The dual of a target is what its own stage says about it as outgoing state, and the next stage as incoming state.
/// </summary>
internal sealed class StrictCosts
{
    private readonly MultistageProblem _problem;
    private readonly TargetStages _stages;
    private readonly RuleRollout _rollout;
    private readonly double[][] _points;   // by stage: [batch x parametric rows]
    private readonly double[][] _slopes;   // the same shape: d f / d p
    private readonly double[] _costs;      // [stage x batch]: f

    public StrictCosts(MultistageProblem problem, TargetStages stages, RuleRollout rollout)
    {
        (_problem, _stages, _rollout) = (problem, stages, rollout);
        _points = [.. Enumerable.Range(0, problem.StageCount).Select(stage => new double[rollout.Batch * stages.At(stage).ParametricRows.Length])];
        _slopes = [.. _points.Select(points => new double[points.Length])];
        _costs = new double[problem.StageCount * rollout.Batch];
    }

    /// <summary>The point of a stage at which f was asked for.</summary>
    public ReadOnlySpan<double> Point(int stage, int sample) => Row(_points[stage], stage, sample);

    /// <summary>d f / d p there; 0 where the solve failed.</summary>
    public ReadOnlySpan<double> Slope(int stage, int sample) => Row(_slopes[stage], stage, sample);

    /// <summary>f there; NaN where the solve failed.</summary>
    public double StageCost(int stage, int sample) => _costs[stage * _rollout.Batch + sample];

    /// <summary>Asks for the costs of all stages at the targets that the rollout holds.</summary>
    public void Price(IStageCostSession source, CancellationToken cancellationToken)
    {
        for (var stage = 0; stage < _problem.StageCount; stage++)
        {
            var target = _stages.At(stage);
            for (var sample = 0; sample < _rollout.Batch; sample++)
                target.Parameters(_rollout.Incoming(stage, sample), _rollout.Noise(stage, sample), _rollout.Target(stage, sample), Row(_points[stage], stage, sample));
            source.Evaluate(stage, _points[stage], _costs.AsSpan(stage * _rollout.Batch, _rollout.Batch), _slopes[stage], cancellationToken);
        }
    }

    /// <summary>The cost of a sample over all stages; null where a solve failed.</summary>
    public double? Cost(int sample)
    {
        var sum = 0.0;
        for (var stage = 0; stage < _problem.StageCount; stage++) sum += StageCost(stage, sample) + _stages.At(stage).TargetCost(_rollout.Target(stage, sample));
        return double.IsNaN(sum) ? null : sum;
    }

    /// <summary>Adds d cost / d target of a sample.</summary>
    /// <param name="sample">Which sample.</param>
    /// <param name="duals">[stage x state].</param>
    public void AddTargetDuals(int sample, Span<double> duals)
    {
        var states = _problem.State.Length;
        Span<double> initial = stackalloc double[states]; // what the first stage says about the initial state, which no target decides
        for (var stage = 0; stage < _problem.StageCount; stage++)
        {
            var incoming = stage == 0 ? initial : duals.Slice((stage - 1) * states, states);
            _stages.At(stage).PullBack(_rollout.Noise(stage, sample), Slope(stage, sample), incoming, duals.Slice(stage * states, states));
        }
    }

    private Span<double> Row(double[] rows, int stage, int sample)
    {
        var size = _stages.At(stage).ParametricRows.Length;
        return rows.AsSpan(sample * size, size);
    }
}
