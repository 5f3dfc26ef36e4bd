namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>
/// Dense layers with the hyperbolic tangent between them; the last layer is linear. Its parameters, layer after layer: the weights row by
/// row (one row an input of the layer), then the biases.
/// </summary>
public sealed class MultilayerPerceptron : INetwork
{
    private readonly ImmutableArray<int> _sizes;

    /// <summary>Makes the network.</summary>
    /// <param name="inputSize">Numbers in, at least 1.</param>
    /// <param name="hidden">Sizes of the hidden layers, at least one, each at least 1.</param>
    /// <param name="outputSize">Numbers out, at least 1.</param>
    public MultilayerPerceptron(int inputSize, ImmutableArray<int> hidden, int outputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        if (hidden.IsDefaultOrEmpty || hidden.Any(size => size < 1))
            throw new ArgumentException("There is at least one hidden layer, and each has at least one unit.", nameof(hidden));
        (InputSize, Hidden, OutputSize, _sizes) = (inputSize, hidden, outputSize, [.. hidden, outputSize]);
        ParameterCount = DenseStack.ParameterCount(inputSize, _sizes);
    }

    /// <inheritdoc/>
    public int InputSize { get; }

    /// <summary>Sizes of the hidden layers.</summary>
    public ImmutableArray<int> Hidden { get; }

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
