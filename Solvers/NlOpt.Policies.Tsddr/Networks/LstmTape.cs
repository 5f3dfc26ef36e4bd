namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>Working memory of a network with memory.</summary>
internal sealed class LstmTape : NetworkTape
{
    private readonly LstmLayer[] _memory;
    private readonly DenseStack _head;
    private readonly int _recurrentInputs, _rest, _noiseStride, _restStride;
    private readonly AlignedMemory _noiseGradient, _restGradient;

    public LstmTape(LstmNetwork network, ImmutableArray<int> headSizes, int batch, int steps)
        : base(network, batch, steps)
    {
        (_recurrentInputs, _rest) = (network.RecurrentInputs, InputSize - network.RecurrentInputs);
        (_noiseStride, _restStride) = (MatrixProduct.Stride(_recurrentInputs), MatrixProduct.Stride(_rest));
        _memory = new LstmLayer[network.Memory.Length];
        var start = 0;
        for (var layer = 0; layer < _memory.Length; layer++)
        {
            _memory[layer] = new LstmLayer(batch, steps, network.InputsOf(layer), network.Memory[layer], start);
            start += LstmLayer.ParameterCount(network.InputsOf(layer), network.Memory[layer]);
        }

        _head = new DenseStack(batch, steps, network.Memory[^1], _rest, headSizes, start);
        _noiseGradient = new AlignedMemory(batch * _noiseStride);
        _restGradient = new AlignedMemory(batch * _restStride);
    }

    public override void AddParameterGradient(Span<double> gradient)
    {
        for (var layer = 0; layer < _memory.Length; layer++)
            _memory[layer].AddParameterGradient(layer == 0 ? new Rows(Inputs, InputSize) : _memory[layer - 1].AllHidden, gradient);
        _head.AddParameterGradient(_memory[^1].AllHidden, new Rows(Inputs.AsSpan(_recurrentInputs), InputSize), gradient);
    }

    protected override void Begin(ReadOnlySpan<double> parameters)
    {
        foreach (var layer in _memory) layer.Pack(parameters);
        _head.Pack(parameters);
    }

    protected override void Forward(int step, Span<double> output)
    {
        var input = Input(step);
        for (var layer = 0; layer < _memory.Length; layer++)
            _memory[layer].Forward(step, layer == 0 ? new Rows(input, InputSize) : _memory[layer - 1].Hidden(step));
        _head.Forward(step, _memory[^1].Hidden(step), new Rows(input[_recurrentInputs..], InputSize), output);
    }

    protected override void Backward(int step, bool last, ReadOnlySpan<double> outputGradient, Span<double> inputGradient)
    {
        if (last)
            foreach (var layer in _memory) layer.BeginBackward();
        var top = _memory[^1];
        _head.Backward(step, outputGradient);
        _head.InputGradient(step, second: false, add: true, top.HiddenGradient, top.Stride);
        for (var layer = _memory.Length - 1; layer > 0; layer--)
            _memory[layer].Backward(step, add: true, _memory[layer - 1].HiddenGradient, _memory[layer - 1].Stride);
        _memory[0].Backward(step, add: false, _noiseGradient.Span, _noiseStride);
        DenseStack.CopyRows(Batch, _recurrentInputs, _noiseGradient.Span, _noiseStride, inputGradient, InputSize);
        if (_rest == 0) return;
        _head.InputGradient(step, second: true, add: false, _restGradient.Span, _restStride);
        DenseStack.CopyRows(Batch, _rest, _restGradient.Span, _restStride, inputGradient[_recurrentInputs..], InputSize);
    }
}
