using Microsoft.ML.OnnxRuntime;

namespace NlOpt.Policies.Onnx;

/// <summary>A loaded rule at work on one scenario. Inputs and outputs keep their places, so that a step copies numbers and nothing else.</summary>
internal sealed class OnnxRuleSession : ITargetRuleSession
{
    private readonly InferenceSession _session;
    private readonly RuleFeatures _features;
    private readonly ITargetMap _map;
    private readonly RunOptions _options = new();
    private readonly List<string> _inputNames = [], _outputNames = [];
    private readonly List<OrtValue> _inputs = [], _outputs = [];
    private readonly double[] _noise, _previous, _stage, _fractions;
    private readonly List<(double[] Before, double[] After)> _memory = [];

    public OnnxRuleSession(InferenceSession session, DecisionRule rule, ITargetMap map)
    {
        (_session, _features, _map) = (session, rule.Features, map);
        _noise = BindInput(RuleGraph.Noise, _features.NoiseScale.Length);
        _previous = BindInput(RuleGraph.Previous, _features.StateScale.Length);
        _stage = BindInput(RuleGraph.Stage, RuleGraph.StageFeatures(_features));
        if (rule.Network is LstmNetwork lstm)
        {
            for (var layer = 0; layer < lstm.Memory.Length; layer++)
            {
                foreach (var state in new[] { RuleGraph.Hidden(layer), RuleGraph.Cell(layer) })
                    _memory.Add((BindInput(state, lstm.Memory[layer]), BindOutput(RuleGraph.Next(state), lstm.Memory[layer])));
            }
        }

        _fractions = BindOutput(RuleGraph.Fractions, rule.Network.OutputSize);
    }

    public void Target(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, Span<double> target)
    {
        foreach (var (before, after) in _memory)
        {
            if (stage == 0) Array.Clear(before);
            else after.CopyTo(before, 0);
        }

        noise.CopyTo(_noise);
        incoming.CopyTo(_previous);
        _features.FillStage(stage, _stage);
        _session.Run(_options, _inputNames, _inputs, _outputNames, _outputs);
        _map.Map(stage, incoming, noise, _fractions, target);
    }

    public void Dispose()
    {
        foreach (var value in _inputs.Concat(_outputs)) value.Dispose();
        _options.Dispose();
    }

    private static double[] Bind(string name, int size, List<string> names, List<OrtValue> values)
    {
        var numbers = new double[size];
        if (size == 0) return numbers;
        names.Add(name);
        values.Add(OrtValue.CreateTensorValueFromMemory(numbers, [1, size]));
        return numbers;
    }

    private double[] BindInput(string name, int size) => Bind(name, size, _inputNames, _inputs);

    private double[] BindOutput(string name, int size) => Bind(name, size, _outputNames, _outputs);
}
