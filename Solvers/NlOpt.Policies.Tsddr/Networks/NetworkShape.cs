using System.Globalization;

namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>
/// Which network a policy is: <c>linear</c>, <c>mlp 64,64</c>, <c>lstm 128</c> or <c>lstm 128,128 head 256,256</c>. Sizes of inputs and
/// outputs come from the problem.
/// </summary>
public abstract record NetworkShape
{
    // Parameters are counted in an int: with these limits no shape that is read can overflow it.
    private const int LargestLayer = 4096, MostLayers = 8;

    private const string Forms = "write linear, mlp 64,64 or lstm 128 head 256,256, with at most 8 layers of 1 to 4096 units in each list";

    private NetworkShape()
    {
    }

    /// <summary>Makes the network.</summary>
    /// <param name="inputSize">Numbers in, at least 1.</param>
    /// <param name="outputSize">Numbers out, at least 1.</param>
    /// <param name="noiseSize">The first so many inputs are noise, in [0, <paramref name="inputSize"/>]; memory reads those alone, or all inputs
    /// where there is no noise.</param>
    public abstract INetwork Make(int inputSize, int outputSize, int noiseSize);

    /// <summary>Reads a shape as <see cref="object.ToString"/> writes it.</summary>
    /// <param name="text">The text; untrusted.</param>
    /// <returns>The shape, or the diagnostic <c>network.shape</c>.</returns>
    public static Result<NetworkShape> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        NetworkShape? shape = words switch
        {
            ["linear"] => new Linear(),
            ["mlp", var hidden] when Sizes(hidden) is { } sizes => new Perceptron(sizes),
            ["lstm", var memory] when Sizes(memory) is { } sizes => new Lstm(sizes, []),
            ["lstm", var memory, "head", var head] when Sizes(memory) is { } sizes && Sizes(head) is { } headSizes => new Lstm(sizes, headSizes),
            _ => null,
        };
        return shape is not null
            ? Result.Success(shape)
            : Result.Failure<NetworkShape>(Diagnostic.Error("network.shape", $"'{text}' is not the shape of a network.", remedy: Forms));
    }

    private static ImmutableArray<int>? Sizes(string text)
    {
        var sizes = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > LargestLayer) return null;
            sizes.Add(size);
        }

        return sizes.Count <= MostLayers ? sizes.ToImmutable() : null;
    }

    private static string Write(ImmutableArray<int> sizes) => string.Join(',', sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A linear rule.</summary>
    public sealed record Linear : NetworkShape
    {
        /// <inheritdoc/>
        public override INetwork Make(int inputSize, int outputSize, int noiseSize) => new LinearNetwork(inputSize, outputSize);

        /// <inheritdoc/>
        public override string ToString() => "linear";
    }

    /// <summary>Dense layers.</summary>
    /// <param name="Hidden">Sizes of the hidden layers.</param>
    public sealed record Perceptron(ImmutableArray<int> Hidden) : NetworkShape
    {
        /// <inheritdoc/>
        public override INetwork Make(int inputSize, int outputSize, int noiseSize) => new MultilayerPerceptron(inputSize, Hidden, outputSize);

        /// <inheritdoc/>
        public bool Equals(Perceptron? other) => other is not null && Hidden.SequenceEqual(other.Hidden);

        /// <inheritdoc/>
        public override int GetHashCode() => Hidden.Aggregate(0, HashCode.Combine);

        /// <inheritdoc/>
        public override string ToString() => $"mlp {Write(Hidden)}";
    }

    /// <summary>Memory over the noise, then dense layers.</summary>
    /// <param name="Memory">Hidden units of the memory layers.</param>
    /// <param name="Head">Sizes of the hidden dense layers; may be empty.</param>
    public sealed record Lstm(ImmutableArray<int> Memory, ImmutableArray<int> Head) : NetworkShape
    {
        /// <inheritdoc/>
        public override INetwork Make(int inputSize, int outputSize, int noiseSize) =>
            new LstmNetwork(inputSize, noiseSize == 0 ? inputSize : noiseSize, Memory, Head, outputSize);

        /// <inheritdoc/>
        public bool Equals(Lstm? other) => other is not null && Memory.SequenceEqual(other.Memory) && Head.SequenceEqual(other.Head);

        /// <inheritdoc/>
        public override int GetHashCode() => Head.Aggregate(Memory.Aggregate(0, HashCode.Combine), HashCode.Combine);

        /// <inheritdoc/>
        public override string ToString() => Head.IsEmpty ? $"lstm {Write(Memory)}" : $"lstm {Write(Memory)} head {Write(Head)}";
    }
}
