namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>
/// Dense layers one upon the other, hyperbolic tangents between them, with the working memory for one batch through all steps. The first
/// layer takes its input in two parts.
/// </summary>
internal sealed class DenseStack
{
    private readonly int _batch, _steps;
    private readonly ImmutableArray<int> _sizes;
    private readonly DenseLayer[] _layers;
    private readonly AlignedMemory[] _values, _gradients;

    /// <summary>Makes the memory.</summary>
    /// <param name="batch">Samples side by side.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="firstInputs">Size of the first part of the input.</param>
    /// <param name="secondInputs">Size of the second part; may be 0.</param>
    /// <param name="sizes">Outputs of each layer.</param>
    /// <param name="parameterStart">Where the parameters of the first layer begin.</param>
    public DenseStack(int batch, int steps, int firstInputs, int secondInputs, ImmutableArray<int> sizes, int parameterStart)
    {
        (_batch, _steps, _sizes) = (batch, steps, sizes);
        _layers = new DenseLayer[sizes.Length];
        for (var layer = 0; layer < sizes.Length; layer++)
        {
            var (first, second) = layer == 0 ? (firstInputs, secondInputs) : (sizes[layer - 1], 0);
            _layers[layer] = new DenseLayer(first, second, sizes[layer], parameterStart);
            parameterStart += DenseLayer.ParameterCount(first + second, sizes[layer]);
        }

        _values = [.. sizes.Select(size => new AlignedMemory(checked(steps * batch * MatrixProduct.Stride(size))))];
        _gradients = [.. sizes.Select(size => new AlignedMemory(checked(steps * batch * MatrixProduct.Stride(size))))];
    }

    /// <summary>Length of the parameters of all layers.</summary>
    public static int ParameterCount(int inputs, ImmutableArray<int> sizes)
    {
        var count = 0;
        foreach (var size in sizes)
        {
            count = checked(count + DenseLayer.ParameterCount(inputs, size));
            inputs = size;
        }

        return count;
    }

    /// <summary>Random weights of variance 1 / inputs, no biases; the last layer a tenth of that, so that a policy starts near the middle.</summary>
    public static void Initialize(RandomNumbers random, int inputs, ImmutableArray<int> sizes, Span<double> parameters)
    {
        for (var layer = 0; layer < sizes.Length; layer++)
        {
            var weights = parameters[..(inputs * sizes[layer])];
            var scale = (layer == sizes.Length - 1 ? 0.1 : 1) / Math.Sqrt(inputs);
            for (var index = 0; index < weights.Length; index++) weights[index] = scale * random.NextNormal();
            parameters.Slice(weights.Length, sizes[layer]).Clear();
            parameters = parameters[DenseLayer.ParameterCount(inputs, sizes[layer])..];
            inputs = sizes[layer];
        }
    }

    /// <summary>Takes a copy of the parameters.</summary>
    public void Pack(ReadOnlySpan<double> parameters)
    {
        foreach (var layer in _layers) layer.Pack(parameters);
    }

    /// <summary>Computes the outputs of a step into <paramref name="output"/>, [batch x outputs].</summary>
    public void Forward(int step, Rows first, Rows second, Span<double> output)
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var values = Of(_values, layer, step);
            var stride = MatrixProduct.Stride(_sizes[layer]);
            _layers[layer].Forward(_batch, layer == 0 ? first : RowsOf(_values, layer - 1, step), layer == 0 ? second : default, values, stride);
            if (layer < _layers.Length - 1) Activation.Tanh(values);
            else CopyRows(_batch, _sizes[layer], values, stride, output, _sizes[layer]);
        }
    }

    /// <summary>Takes the gradient by the outputs of a step back to the input of the first layer; <see cref="InputGradient"/> goes on.</summary>
    public void Backward(int step, ReadOnlySpan<double> outputGradient)
    {
        var last = _layers.Length - 1;
        CopyRows(_batch, _sizes[last], outputGradient, _sizes[last], Of(_gradients, last, step), MatrixProduct.Stride(_sizes[last]));
        for (var layer = last; layer > 0; layer--)
        {
            var gradient = Of(_gradients, layer - 1, step);
            var stride = MatrixProduct.Stride(_sizes[layer - 1]);
            _layers[layer].Backward(_batch, second: false, RowsOf(_gradients, layer, step), add: false, gradient, stride);
            Activation.PullBackTanh(Of(_values, layer - 1, step), gradient);
        }
    }

    /// <summary>The gradient by a part of the input, after <see cref="Backward"/> of the step.</summary>
    public void InputGradient(int step, bool second, bool add, Span<double> inputGradient, int inputStride) =>
        _layers[0].Backward(_batch, second, RowsOf(_gradients, 0, step), add, inputGradient, inputStride);

    /// <summary>Adds d cost / d parameters, summed over samples and steps.</summary>
    public void AddParameterGradient(Rows first, Rows second, Span<double> gradient)
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var below = layer == 0 ? first : new Rows(_values[layer - 1].Span, MatrixProduct.Stride(_sizes[layer - 1]));
            var above = new Rows(_gradients[layer].Span, MatrixProduct.Stride(_sizes[layer]));
            _layers[layer].AddParameterGradient(_steps * _batch, below, layer == 0 ? second : default, above, gradient);
        }
    }

    /// <summary>Copies the first columns of the rows of one matrix to those of another.</summary>
    public static void CopyRows(int rows, int columns, ReadOnlySpan<double> source, int sourceStride, Span<double> target, int targetStride)
    {
        for (var row = 0; row < rows; row++) source.Slice(row * sourceStride, columns).CopyTo(target[(row * targetStride)..]);
    }

    private Span<double> Of(AlignedMemory[] memory, int layer, int step)
    {
        var length = _batch * MatrixProduct.Stride(_sizes[layer]);
        return memory[layer].Slice(step * length, length);
    }

    private Rows RowsOf(AlignedMemory[] memory, int layer, int step) => new(Of(memory, layer, step), MatrixProduct.Stride(_sizes[layer]));
}
