using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// A decision rule rolled over one chunk of scenarios: targets forward through all stages, and, once their duals are known, the gradient
/// backward through map, network and recurrence (reverse mode). Working memory is kept from batch to batch; for one thread at a time.
/// </summary>
internal sealed class RuleRollout
{
    private readonly MultistageProblem _problem;
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
    private readonly double[] _later;      // [batch x state]: d cost / d target of a stage, through everything after it
    private readonly double[] _earlier;    // the same, one stage earlier
    private readonly int[] _outcomes;      // [stage x batch]

    public RuleRollout(MultistageProblem problem, DecisionRule rule, int batch)
    {
        (_problem, _features, _activation, _map, _batch) = (problem, rule.Features, rule.Activation, rule.Map, batch);
        _states = problem.State.Length;
        _inputs = rule.Network.InputSize;
        _tape = rule.Network.Open(batch, problem.StageCount);
        _targets = new double[(problem.StageCount + 1) * batch * _states];
        _fractions = new double[problem.StageCount * batch * _states];
        _slopes = new double[_fractions.Length];
        _later = new double[batch * _states];
        _earlier = new double[batch * _states];
        _outcomes = new int[problem.StageCount * batch];
        for (var sample = 0; sample < batch; sample++)
            for (var state = 0; state < _states; state++) _targets[sample * _states + state] = problem.State[state].Initial;
    }

    /// <summary>Samples in the chunk.</summary>
    public int Batch => _batch;

    /// <summary>Target of the stage before a stage: what the stage starts from; the initial state for stage 0.</summary>
    public ReadOnlySpan<double> Incoming(int stage, int sample) => TargetBefore(stage, sample);

    /// <summary>Target of a stage.</summary>
    public ReadOnlySpan<double> Target(int stage, int sample) => TargetBefore(stage + 1, sample);

    /// <summary>Noise of a stage.</summary>
    public ReadOnlySpan<double> Noise(int stage, int sample) => _problem.NoiseAt(stage).Outcome(_outcomes[stage * _batch + sample]);

    /// <summary>Runs the rule forward.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="scenarios">Where the scenarios come from.</param>
    /// <param name="first">The first scenario; as many follow as the chunk holds, the last one repeated beyond the end of the set.</param>
    public void Forward(ReadOnlySpan<double> parameters, ScenarioSet scenarios, int first)
    {
        for (var stage = 0; stage < _problem.StageCount; stage++)
        {
            var input = _tape.Input(stage);
            for (var sample = 0; sample < _batch; sample++)
            {
                _outcomes[stage * _batch + sample] = scenarios.Outcome(Math.Min(first + sample, scenarios.Count - 1), stage);
                _features.Fill(stage, Noise(stage, sample), Incoming(stage, sample), input.Slice(sample * _inputs, _inputs));
            }

            _tape.Forward(parameters, stage);
            var output = _tape.Output(stage);
            for (var sample = 0; sample < _batch; sample++)
            {
                var position = (stage * _batch + sample) * _states;
                var fraction = _fractions.AsSpan(position, _states);
                for (var state = 0; state < _states; state++)
                    fraction[state] = _activation.Fraction(output[sample * _states + state], out _slopes[position + state]);
                _map.Map(stage, Incoming(stage, sample), Noise(stage, sample), fraction, TargetBefore(stage + 1, sample));
            }
        }
    }

    /// <summary>Runs backward and adds the gradient of the summed costs.</summary>
    /// <param name="parameters">Those of <see cref="Forward"/>.</param>
    /// <param name="targetDuals">d cost / d target with the other targets held fixed, [sample x stage x state]; 0 for samples that do not count.</param>
    /// <param name="gradient">The gradient by the parameters is added to it.</param>
    public void Backward(ReadOnlySpan<double> parameters, ReadOnlySpan<double> targetDuals, Span<double> gradient)
    {
        Array.Clear(_later);
        for (var stage = _problem.StageCount - 1; stage >= 0; stage--)
        {
            Array.Clear(_earlier);
            var outputGradient = _tape.OutputGradient(stage);
            for (var sample = 0; sample < _batch; sample++)
            {
                var position = (stage * _batch + sample) * _states;
                var dual = targetDuals.Slice((sample * _problem.StageCount + stage) * _states, _states);
                var later = _later.AsSpan(sample * _states, _states);
                for (var state = 0; state < _states; state++) later[state] += dual[state];
                var outputs = outputGradient.Slice(sample * _states, _states);
                _map.PullBack(
                    stage, Incoming(stage, sample), Noise(stage, sample), _fractions.AsSpan(position, _states), later,
                    _earlier.AsSpan(sample * _states, _states), outputs);
                for (var state = 0; state < _states; state++) outputs[state] *= _slopes[position + state];
            }

            _tape.Backward(parameters, stage);
            var inputGradient = _tape.InputGradient(stage);
            for (var sample = 0; sample < _batch; sample++)
                _features.AddStateGradient(inputGradient.Slice(sample * _inputs, _inputs), _earlier.AsSpan(sample * _states, _states));
            _earlier.CopyTo(_later, 0);
        }

        _tape.AddParameterGradient(gradient);
    }

    private Span<double> TargetBefore(int stage, int sample) => _targets.AsSpan((stage * _batch + sample) * _states, _states);
}
