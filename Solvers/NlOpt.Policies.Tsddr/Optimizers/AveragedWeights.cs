namespace NlOpt.Policies.Tsddr.Optimizers;

/// <summary>
/// Exponential moving average of the parameters during training (Polyak averaging with forgetting). It often is the better policy, for it
/// lies in the middle of the walk that the noise of the gradients makes of training.
/// </summary>
internal sealed class AveragedWeights
{
    private readonly double[] _average;
    private readonly double _decay;
    private long _steps;

    /// <summary>Starts, or goes on from an average kept before.</summary>
    /// <param name="decay">Share kept from step to step, in [0, 1).</param>
    /// <param name="average">The parameters at the start, or the average so far.</param>
    /// <param name="steps">Parameters taken in so far.</param>
    public AveragedWeights(double decay, ReadOnlySpan<double> average, long steps)
    {
        if (decay is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(decay), decay, "It lies in [0, 1).");
        (_decay, _average, _steps) = (decay, average.ToArray(), steps);
    }

    /// <summary>The average so far: all there is to keep in a checkpoint.</summary>
    public ReadOnlySpan<double> Average => _average;

    /// <summary>Takes in the parameters after a step. A young average forgets faster, so that the random start does not stay in it.</summary>
    public void Add(ReadOnlySpan<double> parameters)
    {
        if (parameters.Length != _average.Length) throw new ArgumentException($"There are {_average.Length} parameters.", nameof(parameters));
        var kept = Math.Min(_decay, (1.0 + _steps) / (10.0 + _steps));
        _steps++;
        for (var index = 0; index < parameters.Length; index++) _average[index] = kept * _average[index] + (1 - kept) * parameters[index];
    }
}
