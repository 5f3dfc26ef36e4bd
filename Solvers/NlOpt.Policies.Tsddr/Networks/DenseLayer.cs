namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>Rows of a matrix that lie <c>Stride</c> numbers apart.</summary>
internal readonly ref struct Rows(ReadOnlySpan<double> values, int stride)
{
    public readonly ReadOnlySpan<double> Values = values;
    public readonly int Stride = stride;
}

/// <summary>
/// A layer z = [x ; y] W + b, whose input comes in two parts that lie apart (the second may be empty). Holds W in the order in which the
/// products read it, forward and transposed, and the sum of its gradient. Its parameters: W row by row (one row an input), then b.
/// </summary>
internal sealed class DenseLayer
{
    // Samples of one pass over the weight gradient: both factors then stay in the second cache.
    private const int SamplesAtOnce = 128;

    private static readonly double[] One = [1];

    private readonly int _outputs, _parameterStart, _panels;
    private readonly Part _first, _second;
    private readonly AlignedMemory _bias, _biasGradient, _zeros;

    public DenseLayer(int firstInputs, int secondInputs, int outputs, int parameterStart)
    {
        (_outputs, _parameterStart, _panels) = (outputs, parameterStart, MatrixProduct.Padded(outputs) / MatrixProduct.PanelWidth);
        _first = new Part(firstInputs, outputs);
        _second = new Part(secondInputs, outputs);
        _bias = new AlignedMemory(MatrixProduct.Padded(outputs));
        _biasGradient = new AlignedMemory(MatrixProduct.Padded(outputs));
        _zeros = new AlignedMemory(MatrixProduct.Padded(Math.Max(outputs, Math.Max(firstInputs, secondInputs))));
    }

    public static int ParameterCount(int inputs, int outputs) => (inputs + 1) * outputs;

    /// <summary>Takes a copy of the parameters.</summary>
    public void Pack(ReadOnlySpan<double> parameters)
    {
        var own = parameters[_parameterStart..];
        _first.Pack(own);
        _second.Pack(own[(_first.Inputs * _outputs)..]);
        own.Slice((_first.Inputs + _second.Inputs) * _outputs, _outputs).CopyTo(_bias.Span);
    }

    /// <summary>result = [first ; second] W + b.</summary>
    public void Forward(int rows, Rows first, Rows second, Span<double> result, int resultStride)
    {
        MatrixProduct.Multiply(
            rows, _panels, _first.Inputs, new LeftFactor(first.Values, first.Stride, 1), _first.Forward, _bias.Span, 0, result, resultStride);
        if (_second.Inputs > 0)
            MatrixProduct.Multiply(
                rows, _panels, _second.Inputs, new LeftFactor(second.Values, second.Stride, 1), _second.Forward, result, resultStride, result,
                resultStride);
    }

    /// <summary>inputGradient = outputGradient W', or adds that; W' are the rows of the first or second part.</summary>
    public void Backward(int rows, bool second, Rows outputGradient, bool add, Span<double> inputGradient, int inputStride)
    {
        var part = second ? _second : _first;
        var left = new LeftFactor(outputGradient.Values, outputGradient.Stride, 1);
        if (add) MatrixProduct.Multiply(rows, part.Panels, _outputs, left, part.Backward, inputGradient, inputStride, inputGradient, inputStride);
        else MatrixProduct.Multiply(rows, part.Panels, _outputs, left, part.Backward, _zeros.Span, 0, inputGradient, inputStride);
    }

    /// <summary>Adds d cost / d parameters, summed over all rows of all steps.</summary>
    public void AddParameterGradient(int rows, Rows first, Rows second, Rows outputGradient, Span<double> gradient)
    {
        for (var from = 0; from < rows; from += SamplesAtOnce)
        {
            var depth = Math.Min(SamplesAtOnce, rows - from);
            var right = new RightFactor(outputGradient.Values[(from * outputGradient.Stride)..], outputGradient.Stride, MatrixProduct.PanelWidth);
            Accumulate(_first, depth, new LeftFactor(first.Values[(from * first.Stride)..], 1, first.Stride), right, from == 0);
            if (_second.Inputs > 0)
                Accumulate(_second, depth, new LeftFactor(second.Values[(from * second.Stride)..], 1, second.Stride), right, from == 0);
            MatrixProduct.Multiply(
                1, _panels, depth, new LeftFactor(One, 0, 0), right, from == 0 ? _zeros.Span : _biasGradient.Span, 0, _biasGradient.Span, 0);
        }

        var own = gradient[_parameterStart..];
        _first.AddGradient(own);
        _second.AddGradient(own[(_first.Inputs * _outputs)..]);
        Add(_biasGradient.Slice(0, _outputs), own[((_first.Inputs + _second.Inputs) * _outputs)..]);
    }

    private void Accumulate(Part part, int depth, LeftFactor left, RightFactor right, bool begin)
    {
        var sum = part.Gradient;
        var stride = MatrixProduct.Padded(_outputs);
        MatrixProduct.Multiply(part.Inputs, _panels, depth, left, right, begin ? _zeros.Span : sum, begin ? 0 : stride, sum, stride);
    }

    private static void Add(ReadOnlySpan<double> amounts, Span<double> to)
    {
        for (var index = 0; index < amounts.Length; index++) to[index] += amounts[index];
    }

    /// <summary>The rows of W that belong to one part of the input.</summary>
    private sealed class Part(int inputs, int outputs)
    {
        private readonly AlignedMemory _forward = new(inputs * MatrixProduct.Padded(outputs));
        private readonly AlignedMemory _backward = new(outputs * MatrixProduct.Padded(inputs));
        private readonly AlignedMemory _gradient = new(inputs * MatrixProduct.Padded(outputs));

        public int Inputs => inputs;

        public int Panels => MatrixProduct.Padded(inputs) / MatrixProduct.PanelWidth;

        public RightFactor Forward => new(_forward.Span, MatrixProduct.PanelWidth, inputs * MatrixProduct.PanelWidth);

        public RightFactor Backward => new(_backward.Span, MatrixProduct.PanelWidth, outputs * MatrixProduct.PanelWidth);

        public Span<double> Gradient => _gradient.Span;

        public void Pack(ReadOnlySpan<double> weights)
        {
            const int Width = MatrixProduct.PanelWidth;
            var forward = _forward.Span;
            var backward = _backward.Span;
            for (var input = 0; input < inputs; input++)
            {
                var row = weights.Slice(input * outputs, outputs);
                var transposed = backward[(input / Width * outputs * Width + input % Width)..];
                for (var from = 0; from < outputs; from += Width)
                {
                    var width = Math.Min(Width, outputs - from);
                    row.Slice(from, width).CopyTo(forward[(from * inputs + input * Width)..]);
                }

                for (var output = 0; output < outputs; output++) transposed[output * Width] = row[output];
            }
        }

        public void AddGradient(Span<double> gradient)
        {
            for (var input = 0; input < inputs; input++)
                Add(_gradient.Slice(input * MatrixProduct.Padded(outputs), outputs), gradient[(input * outputs)..]);
        }
    }
}
