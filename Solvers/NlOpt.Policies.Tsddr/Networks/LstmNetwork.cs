namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>
/// A network with memory (long short-term memory; Hochreiter and Schmidhuber 1997, with forget gates): layers of it read the first inputs of
/// each step, the noise, one upon the other; dense layers with the hyperbolic tangent between them, the last one linear, then read the top
/// hidden state and the remaining inputs.
/// </summary>
/// <remarks>
/// Each layer: i, f, o = logistic and g = tanh of [x ; h] W + b, one W and b each; c = f c + i g; h = o tanh(c); c and h are 0 before step 0.
/// The parameters, memory layer after memory layer, in each for the gates i, f, g, o in this order: the weights row by row (one row an
/// input x, then one a hidden unit), then the biases; then the dense layers as in <see cref="MultilayerPerceptron"/>, the rows of the first
/// being the hidden units, then the remaining inputs.
/// </remarks>
public sealed class LstmNetwork : INetwork
{
    private readonly ImmutableArray<int> _sizes;

    /// <summary>Makes the network.</summary>
    /// <param name="inputSize">Numbers in, at least 1.</param>
    /// <param name="recurrentInputs">The first so many inputs feed the memory; in [1, <paramref name="inputSize"/>].</param>
    /// <param name="memory">Hidden units of the memory layers, at least one layer, each at least 1.</param>
    /// <param name="head">Sizes of the hidden dense layers, each at least 1; may be empty.</param>
    /// <param name="outputSize">Numbers out, at least 1.</param>
    public LstmNetwork(int inputSize, int recurrentInputs, ImmutableArray<int> memory, ImmutableArray<int> head, int outputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(recurrentInputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recurrentInputs, inputSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        if (memory.IsDefaultOrEmpty || memory.Any(size => size < 1))
            throw new ArgumentException("There is at least one memory layer, and each has at least one unit.", nameof(memory));
        if (head.IsDefault || head.Any(size => size < 1)) throw new ArgumentException("Each hidden layer has at least one unit.", nameof(head));
        (InputSize, RecurrentInputs, OutputSize) = (inputSize, recurrentInputs, outputSize);
        (Memory, Head, _sizes) = (memory, head, [.. head, outputSize]);
        HeadStart = Enumerable.Range(0, memory.Length).Sum(layer => LstmLayer.ParameterCount(InputsOf(layer), memory[layer]));
        ParameterCount = checked(HeadStart + DenseStack.ParameterCount(HeadInputs, _sizes));
    }

    /// <inheritdoc/>
    public int InputSize { get; }

    /// <summary>The first so many inputs feed the memory.</summary>
    public int RecurrentInputs { get; }

    /// <summary>Hidden units of the memory layers.</summary>
    public ImmutableArray<int> Memory { get; }

    /// <summary>Sizes of the hidden dense layers.</summary>
    public ImmutableArray<int> Head { get; }

    /// <inheritdoc/>
    public int OutputSize { get; }

    /// <inheritdoc/>
    public int ParameterCount { get; }

    /// <summary>Where the parameters of the dense layers begin.</summary>
    internal int HeadStart { get; }

    private int HeadInputs => Memory[^1] + InputSize - RecurrentInputs;

    /// <inheritdoc/>
    public void Initialize(RandomNumbers random, Span<double> parameters)
    {
        ArgumentNullException.ThrowIfNull(random);
        parameters = parameters[..ParameterCount];
        var rest = parameters;
        for (var layer = 0; layer < Memory.Length; layer++)
        {
            LstmLayer.Initialize(random, InputsOf(layer), Memory[layer], rest);
            rest = rest[LstmLayer.ParameterCount(InputsOf(layer), Memory[layer])..];
        }

        DenseStack.Initialize(random, HeadInputs, _sizes, rest);
    }

    /// <inheritdoc/>
    public INetworkTape Open(int batch, int steps) => new LstmTape(this, _sizes, batch, steps);

    /// <summary>Numbers a memory layer reads besides its own hidden state.</summary>
    internal int InputsOf(int layer) => layer == 0 ? RecurrentInputs : Memory[layer - 1];
}
