using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// One chunk of scenarios: targets forward through all stages, costs and duals of the decoupled stages, then the gradient backward through
/// stages, map and network (reverse mode). Working memory is kept from batch to batch.
/// </summary>
internal sealed class StrictRollout
{
    private readonly MultistageProblem _problem;
    private readonly TargetStages _stages;
    private readonly RuleFeatures _features;
    private readonly FractionActivation _activation;
    private readonly ITargetMap _map;
    private readonly INetworkTape _tape;
    private readonly int _batch;
    private readonly int _states;
    private readonly int _inputs;
    private readonly double[] _targets;    // [(stage + 1) x batch x state]; the first block is the initial state
    private readonly double[] _fractions;  // [stage x batch x state]
    private readonly double[] _slopes;     // the same shape: d fraction / d output
    private readonly double[][] _points;   // by stage: [batch x parametric rows]
    private readonly double[][] _duals;    // the same shape: d f / d p
    private readonly double[] _costs;      // [stage x batch]
    private readonly double[] _incoming;   // [batch x state]: d cost of later stages / d target
    private readonly double[] _earlier;    // the same, one stage earlier
    private readonly int[] _outcomes;      // [stage x batch]

    public StrictRollout(MultistageProblem problem, TargetStages stages, DecisionRule rule, int batch)
    {
        (_problem, _stages, _features, _activation, _map, _batch) = (problem, stages, rule.Features, rule.Activation, rule.Map, batch);
        _states = problem.State.Length;
        _inputs = rule.Network.InputSize;
        _tape = rule.Network.Open(batch, problem.StageCount);
        _targets = new double[(problem.StageCount + 1) * batch * _states];
        _fractions = new double[problem.StageCount * batch * _states];
        _slopes = new double[_fractions.Length];
        _points = [.. Enumerable.Range(0, problem.StageCount).Select(stage => new double[batch * stages.At(stage).ParametricRows.Length])];
        _duals = [.. _points.Select(points => new double[points.Length])];
        _costs = new double[problem.StageCount * batch];
        _incoming = new double[batch * _states];
        _earlier = new double[batch * _states];
        _outcomes = new int[problem.StageCount * batch];
        for (var sample = 0; sample < batch; sample++)
            for (var state = 0; state < _states; state++) _targets[sample * _states + state] = problem.State[state].Initial;
    }

    /// <summary>The points of a stage at which f was asked for, [batch x parametric rows].</summary>
    public ReadOnlySpan<double> Points(int stage) => _points[stage];

    /// <summary>The costs f of a stage, one a sample; NaN where the solve failed.</summary>
    public ReadOnlySpan<double> StageCosts(int stage) => _costs.AsSpan(stage * _batch, _batch);

    /// <summary>d f / d p of a stage, in the shape of <see cref="Points"/>; 0 where the solve failed.</summary>
    public ReadOnlySpan<double> Duals(int stage) => _duals[stage];

    /// <summary>Runs the rule forward, without costs.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="scenarios">Where the scenarios come from.</param>
    /// <param name="first">The first scenario; as many follow as the chunk holds, the last one repeated beyond the end of the set.</param>
    public void Forward(ReadOnlySpan<double> parameters, ScenarioSet scenarios, int first)
    {
        for (var stage = 0; stage < _problem.StageCount; stage++)
        {
            var input = _tape.Input(stage);
            var noises = _problem.NoiseAt(stage);
            for (var sample = 0; sample < _batch; sample++)
            {
                var outcome = scenarios.Outcome(Math.Min(first + sample, scenarios.Count - 1), stage);
                _outcomes[stage * _batch + sample] = outcome;
                _features.Fill(stage, noises.Outcome(outcome), Target(stage, sample), input.Slice(sample * _inputs, _inputs));
            }

            _tape.Forward(parameters, stage);
            var output = _tape.Output(stage);
            var target = _stages.At(stage);
            var rows = target.ParametricRows.Length;
            for (var sample = 0; sample < _batch; sample++)
            {
                var noise = noises.Outcome(_outcomes[stage * _batch + sample]);
                var position = (stage * _batch + sample) * _states;
                var fraction = _fractions.AsSpan(position, _states);
                for (var state = 0; state < _states; state++)
                    fraction[state] = _activation.Fraction(output[sample * _states + state], out _slopes[position + state]);
                _map.Map(stage, Target(stage, sample), noise, fraction, Target(stage + 1, sample));
                target.Parameters(Target(stage, sample), noise, Target(stage + 1, sample), _points[stage].AsSpan(sample * rows, rows));
            }
        }
    }

    /// <summary>Asks for the costs of all stages.</summary>
    public void Price(IStageCostSession source, CancellationToken cancellationToken)
    {
        for (var stage = 0; stage < _problem.StageCount; stage++)
            source.Evaluate(stage, _points[stage], _costs.AsSpan(stage * _batch, _batch), _duals[stage], cancellationToken);
    }

    /// <summary>The cost of a sample over all stages; null where a solve failed.</summary>
    public double? Cost(int sample)
    {
        var sum = 0.0;
        for (var stage = 0; stage < _problem.StageCount; stage++) sum += _costs[stage * _batch + sample] + _stages.At(stage).TargetCost(Target(stage + 1, sample));
        return double.IsNaN(sum) ? null : sum;
    }

    /// <summary>Runs backward and adds the gradient of the summed costs of all samples with a weight above 0.</summary>
    /// <param name="parameters">Those of <see cref="Forward"/>.</param>
    /// <param name="weights">1 for a sample that counts, 0 for one that failed or only fills the chunk.</param>
    /// <param name="targetDuals">Takes d cost / d target, [sample x stage x state], for the samples that it has room for.</param>
    /// <param name="gradient">The gradient by the parameters is added to it.</param>
    public void Backward(ReadOnlySpan<double> parameters, ReadOnlySpan<double> weights, Span<double> targetDuals, Span<double> gradient)
    {
        Array.Clear(_incoming);
        Span<double> direct = stackalloc double[_states];
        for (var stage = _problem.StageCount - 1; stage >= 0; stage--)
        {
            Array.Clear(_earlier);
            var noises = _problem.NoiseAt(stage);
            var target = _stages.At(stage);
            var rows = target.ParametricRows.Length;
            var outputGradient = _tape.OutputGradient(stage);
            for (var sample = 0; sample < _batch; sample++)
            {
                var outputs = outputGradient.Slice(sample * _states, _states);
                if (weights[sample] == 0)
                {
                    outputs.Clear();
                    continue;
                }

                var noise = noises.Outcome(_outcomes[stage * _batch + sample]);
                var position = (stage * _batch + sample) * _states;
                var later = _incoming.AsSpan(sample * _states, _states);
                var earlier = _earlier.AsSpan(sample * _states, _states);
                direct.Clear();
                target.PullBack(noise, _duals[stage].AsSpan(sample * rows, rows), earlier, direct);
                AddTargetDual(targetDuals, sample, stage, direct, earlier);
                for (var state = 0; state < _states; state++) later[state] += direct[state];
                _map.PullBack(stage, Target(stage, sample), noise, _fractions.AsSpan(position, _states), later, earlier, outputs);
                for (var state = 0; state < _states; state++) outputs[state] *= _slopes[position + state];
            }

            _tape.Backward(parameters, stage);
            var inputGradient = _tape.InputGradient(stage);
            for (var sample = 0; sample < _batch; sample++)
                _features.AddStateGradient(inputGradient.Slice(sample * _inputs, _inputs), _earlier.AsSpan(sample * _states, _states));
            _earlier.CopyTo(_incoming, 0);
        }

        _tape.AddParameterGradient(gradient);
    }

    /// <summary>The dual of a target: what its own stage says about it, and what the next stage says about it as incoming state.</summary>
    private void AddTargetDual(Span<double> targetDuals, int sample, int stage, ReadOnlySpan<double> direct, ReadOnlySpan<double> incoming)
    {
        var start = (sample * _problem.StageCount + stage) * _states;
        if (start >= targetDuals.Length) return;
        for (var state = 0; state < _states; state++)
        {
            targetDuals[start + state] += direct[state];
            if (stage > 0) targetDuals[start - _states + state] += incoming[state];
        }
    }

    private Span<double> Target(int stage, int sample) => _targets.AsSpan((stage * _batch + sample) * _states, _states);
}
