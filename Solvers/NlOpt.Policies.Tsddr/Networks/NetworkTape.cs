namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>What the tapes of all networks share: inputs, outputs and their gradients, and the checks at the door.</summary>
internal abstract class NetworkTape : INetworkTape
{
    private readonly int _parameterCount, _steps;
    private readonly double[] _outputs, _outputGradients, _inputGradients;

    protected NetworkTape(INetwork network, int batch, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (_parameterCount, _steps, Batch) = (network.ParameterCount, steps, batch);
        (InputSize, OutputSize) = (network.InputSize, network.OutputSize);
        Inputs = new double[checked(steps * batch * InputSize)];
        _inputGradients = new double[Inputs.Length];
        _outputs = new double[checked(steps * batch * OutputSize)];
        _outputGradients = new double[_outputs.Length];
    }

    protected int Batch { get; }

    protected int InputSize { get; }

    protected int OutputSize { get; }

    /// <summary>Inputs of all steps, [steps x batch x input size].</summary>
    protected double[] Inputs { get; }

    public Span<double> Input(int step) => Inputs.AsSpan(step * Batch * InputSize, Batch * InputSize);

    public ReadOnlySpan<double> Output(int step) => _outputs.AsSpan(step * Batch * OutputSize, Batch * OutputSize);

    public Span<double> OutputGradient(int step) => _outputGradients.AsSpan(step * Batch * OutputSize, Batch * OutputSize);

    public ReadOnlySpan<double> InputGradient(int step) => _inputGradients.AsSpan(step * Batch * InputSize, Batch * InputSize);

    public void Forward(ReadOnlySpan<double> parameters, int step)
    {
        Check(parameters.Length, step);
        if (step == 0) Begin(parameters);
        Forward(step, _outputs.AsSpan(step * Batch * OutputSize, Batch * OutputSize));
    }

    public void Backward(ReadOnlySpan<double> parameters, int step)
    {
        Check(parameters.Length, step);
        Backward(step, step == _steps - 1, OutputGradient(step), _inputGradients.AsSpan(step * Batch * InputSize, Batch * InputSize));
    }

    public abstract void AddParameterGradient(Span<double> gradient);

    /// <summary>Takes a copy of the parameters, in the order in which the products read them.</summary>
    protected abstract void Begin(ReadOnlySpan<double> parameters);

    protected abstract void Forward(int step, Span<double> output);

    protected abstract void Backward(int step, bool last, ReadOnlySpan<double> outputGradient, Span<double> inputGradient);

    private void Check(int parameters, int step)
    {
        if (parameters != _parameterCount) throw new ArgumentException($"The network has {_parameterCount} parameters, not {parameters}.");
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, _steps);
    }
}
