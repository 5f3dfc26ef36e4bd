namespace NlOpt.Policies.Onnx;

/// <summary>
/// The graph of one step of a decision rule: noise, previous target and features of the stage in, one fraction in [0, 1] a state variable out;
/// with memory also each layer's hidden state and cell, in and out. Scaling by the normalisation and the activation are part of the graph.
/// Constants of the network stand in the order of its parameters, so that reading them one after the other gives these back.
/// </summary>
internal sealed class RuleGraph
{
    public const string Noise = "noise", Previous = "previous_target", Stage = "stage_features", Fractions = "fractions";

    /// <summary>Names of constants that are parameters of the network begin with it.</summary>
    public const string ParameterPrefix = "parameter.";

    private readonly OnnxGraph _graph = new("decision_rule");
    private readonly DecisionRule _rule;
    private readonly OnnxPrecision _precision;
    private int _nextParameter, _nextTensor;

    private RuleGraph(DecisionRule rule, OnnxPrecision precision) => (_rule, _precision) = (rule, precision);

    /// <summary>Inputs that do not come from noise or state.</summary>
    public static int StageFeatures(RuleFeatures features) => features.Count - features.NoiseScale.Length - features.StateScale.Length;

    /// <summary>Name of a memory layer's hidden state before the step.</summary>
    public static string Hidden(int layer) => $"hidden_{layer}";

    /// <summary>Name of a memory layer's cell before the step.</summary>
    public static string Cell(int layer) => $"cell_{layer}";

    /// <summary>The name of a state after the step.</summary>
    public static string Next(string state) => $"next_{state}";

    /// <summary>Builds the graph.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="precision">Precision of the network's products; everything else is of double precision.</param>
    public static OnnxGraph Build(DecisionRule rule, OnnxPrecision precision)
    {
        var builder = new RuleGraph(rule, precision);
        builder.Build();
        return builder._graph;
    }

    private void Build()
    {
        var (features, network) = (_rule.Features, _rule.Network);
        var noise = Scaled(Noise, features.NoiseScale);
        var state = Scaled(Previous, features.StateScale);
        var stage = StageFeatures(features) > 0 ? Narrow(_graph.Input(Stage, StageFeatures(features))) : null;
        string[] rest = stage is null ? [state!] : [state!, stage];
        string[] all = noise is null ? rest : [noise, .. rest];
        var output = network switch
        {
            LstmNetwork lstm when lstm.RecurrentInputs == lstm.InputSize => Remember(lstm, _graph.Concatenate(all), []),
            LstmNetwork lstm => Remember(lstm, noise!, rest),
            MultilayerPerceptron perceptron => Dense(_graph.Concatenate(all), network.InputSize, [.. perceptron.Hidden, network.OutputSize]),
            _ => Dense(_graph.Concatenate(all), network.InputSize, [network.OutputSize]),
        };
        var stretch = _rule.Activation.Stretch;
        var stretched = _graph.Apply("Mul", _graph.Apply("Sigmoid", Widen(output)), Number("stretch.factor", 1 + 2 * stretch));
        var shifted = _graph.Apply("Sub", stretched, Number("stretch.offset", stretch));
        var fraction = _graph.Apply("Clip", shifted, Number("fraction.least", 0), Number("fraction.most", 1));
        _graph.Output(Fractions, fraction, network.OutputSize);
    }

    private string? Scaled(string input, ImmutableArray<double> scale) =>
        scale.IsEmpty ? null : Narrow(_graph.Apply(
            "Div", _graph.Input(input, scale.Length), _graph.Constant($"{input}.scale", OnnxPrecision.Double, scale.AsSpan(), scale.Length)));

    private string Narrow(string value) => _precision == OnnxPrecision.Single ? _graph.Cast(value, OnnxPrecision.Single) : value;

    private string Widen(string value) => _precision == OnnxPrecision.Single ? _graph.Cast(value, OnnxPrecision.Double) : value;

    private string Number(string name, double number) => _graph.Constant(name, OnnxPrecision.Double, [number]);

    private string Dense(string value, int inputs, ImmutableArray<int> sizes)
    {
        for (var layer = 0; layer < sizes.Length; layer++)
        {
            value = Layer(value, inputs, sizes[layer]);
            if (layer < sizes.Length - 1) value = _graph.Apply("Tanh", value);
            inputs = sizes[layer];
        }

        return value;
    }

    private string Remember(LstmNetwork lstm, string value, string[] rest)
    {
        var inputs = lstm.RecurrentInputs;
        for (var layer = 0; layer < lstm.Memory.Length; layer++)
        {
            var units = lstm.Memory[layer];
            var hidden = Narrow(_graph.Input(Hidden(layer), units));
            var cell = Narrow(_graph.Input(Cell(layer), units));
            var seen = _graph.Concatenate(value, hidden);
            var inputGate = _graph.Apply("Sigmoid", Layer(seen, inputs + units, units));
            var forgetGate = _graph.Apply("Sigmoid", Layer(seen, inputs + units, units));
            var cellGate = _graph.Apply("Tanh", Layer(seen, inputs + units, units));
            var outputGate = _graph.Apply("Sigmoid", Layer(seen, inputs + units, units));
            var nextCell = _graph.Apply("Add", _graph.Apply("Mul", forgetGate, cell), _graph.Apply("Mul", inputGate, cellGate));
            value = _graph.Apply("Mul", outputGate, _graph.Apply("Tanh", nextCell));
            _graph.Output(Next(Hidden(layer)), Widen(value), units);
            _graph.Output(Next(Cell(layer)), Widen(nextCell), units);
            inputs = units;
        }

        return Dense(_graph.Concatenate([value, .. rest]), lstm.Memory[^1] + lstm.InputSize - lstm.RecurrentInputs, [.. lstm.Head, lstm.OutputSize]);
    }

    private string Layer(string value, int inputs, int outputs)
    {
        var weights = Parameter(inputs * outputs, inputs, outputs);
        var bias = Parameter(outputs, outputs);
        return _graph.Apply("Gemm", value, weights, bias);
    }

    private string Parameter(int count, params ReadOnlySpan<int> dimensions)
    {
        var numbers = _rule.Parameters.AsSpan().Slice(_nextParameter, count);
        _nextParameter += count;
        return _graph.Constant($"{ParameterPrefix}{_nextTensor++}", _precision, numbers, dimensions);
    }
}
