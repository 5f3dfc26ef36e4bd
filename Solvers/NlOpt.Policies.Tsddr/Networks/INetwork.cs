namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>
/// The shape of a parametric function applied stage after stage, possibly with memory. The parameters lie outside, in one flat array, so
/// that optimizers and checkpoints need not know the shape. Immutable; shared by threads.
/// </summary>
public interface INetwork
{
    /// <summary>Numbers each sample brings to a step.</summary>
    int InputSize { get; }

    /// <summary>Numbers each sample takes from a step.</summary>
    int OutputSize { get; }

    /// <summary>Length of the parameter array.</summary>
    int ParameterCount { get; }

    /// <summary>Fills the parameters with a random start.</summary>
    /// <param name="random">Source of the random numbers.</param>
    /// <param name="parameters">Takes <see cref="ParameterCount"/> numbers.</param>
    void Initialize(RandomNumbers random, Span<double> parameters);

    /// <summary>Makes the working memory for one batch of samples.</summary>
    /// <param name="batch">Samples that go through the steps side by side.</param>
    /// <param name="steps">Steps, one a stage.</param>
    INetworkTape Open(int batch, int steps);
}
