namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>Working memory of a network without memory of its own.</summary>
internal sealed class PerceptronTape : NetworkTape
{
    private readonly DenseStack _stack;
    private readonly AlignedMemory _inputGradient;
    private readonly int _stride;

    public PerceptronTape(INetwork network, ImmutableArray<int> sizes, int batch, int steps)
        : base(network, batch, steps)
    {
        _stack = new DenseStack(batch, steps, InputSize, 0, sizes, 0);
        _stride = MatrixProduct.Stride(InputSize);
        _inputGradient = new AlignedMemory(batch * _stride);
    }

    public override void AddParameterGradient(Span<double> gradient) => _stack.AddParameterGradient(new Rows(Inputs, InputSize), default, gradient);

    protected override void Begin(ReadOnlySpan<double> parameters) => _stack.Pack(parameters);

    protected override void Forward(int step, Span<double> output) => _stack.Forward(step, new Rows(Input(step), InputSize), default, output);

    protected override void Backward(int step, bool last, ReadOnlySpan<double> outputGradient, Span<double> inputGradient)
    {
        _stack.Backward(step, outputGradient);
        _stack.InputGradient(step, second: false, add: false, _inputGradient.Span, _stride);
        DenseStack.CopyRows(Batch, InputSize, _inputGradient.Span, _stride, inputGradient, InputSize);
    }
}
