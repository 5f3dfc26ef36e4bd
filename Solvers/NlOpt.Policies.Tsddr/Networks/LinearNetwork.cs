namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>
/// A linear rule, y = x W + b: the case TS-LDR. Its parameters: W row by row (one row of <see cref="OutputSize"/> numbers an input), then b.
/// </summary>
public sealed class LinearNetwork : INetwork
{
    private readonly ImmutableArray<int> _sizes;

    /// <summary>Makes the network.</summary>
    /// <param name="inputSize">Numbers in, at least 1.</param>
    /// <param name="outputSize">Numbers out, at least 1.</param>
    public LinearNetwork(int inputSize, int outputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        (InputSize, OutputSize, _sizes) = (inputSize, outputSize, [outputSize]);
        ParameterCount = DenseStack.ParameterCount(inputSize, _sizes);
    }

    /// <inheritdoc/>
    public int InputSize { get; }

    /// <inheritdoc/>
    public int OutputSize { get; }

    /// <inheritdoc/>
    public int ParameterCount { get; }

    /// <inheritdoc/>
    public void Initialize(RandomNumbers random, Span<double> parameters)
    {
        ArgumentNullException.ThrowIfNull(random);
        DenseStack.Initialize(random, InputSize, _sizes, parameters[..ParameterCount]);
    }

    /// <inheritdoc/>
    public INetworkTape Open(int batch, int steps) => new PerceptronTape(this, _sizes, batch, steps);
}
