namespace NlOpt.Policies.Tsddr.Optimizers;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1), with bias correction.</summary>
internal sealed class Adam
{
    private readonly AdamOptions _options;
    private readonly double[] _means, _squares;
    private long _steps;

    /// <summary>Goes on from a state.</summary>
    public Adam(AdamOptions options, AdamState state)
    {
        if (state.Means.Length != state.Squares.Length || state.Steps < 0) throw new ArgumentException("The state of Adam does not fit together.", nameof(state));
        (_options, _steps, _means, _squares) = (options, state.Steps, [.. state.Means], [.. state.Squares]);
    }

    public AdamState State => new(_steps, [.. _means], [.. _squares]);

    /// <summary>Moves the parameters against the gradient.</summary>
    /// <param name="learningRate">At least 0.</param>
    /// <param name="gradient">One finite number a parameter.</param>
    /// <param name="parameters">Changed in place.</param>
    public void Step(double learningRate, ReadOnlySpan<double> gradient, Span<double> parameters)
    {
        if (gradient.Length != _means.Length || parameters.Length != _means.Length)
            throw new ArgumentException($"Gradient and parameters have {_means.Length} numbers.", nameof(gradient));
        _steps++;
        var (keepMean, keepSquare) = (_options.MeanDecay, _options.SquareDecay);
        var meanScale = 1 / (1 - Math.Pow(keepMean, _steps));
        var squareScale = 1 / (1 - Math.Pow(keepSquare, _steps));
        for (var index = 0; index < gradient.Length; index++)
        {
            var slope = gradient[index];
            var mean = _means[index] = keepMean * _means[index] + (1 - keepMean) * slope;
            var square = _squares[index] = keepSquare * _squares[index] + (1 - keepSquare) * slope * slope;
            parameters[index] -= learningRate * (mean * meanScale) / (Math.Sqrt(square * squareScale) + _options.Epsilon);
        }
    }
}
