namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>
/// Working memory of a network for one batch: forward through the steps in ascending order, then backward in descending order (reverse
/// mode, through the memory of recurrent networks too). Reused from batch to batch; for one thread at a time. Matrices are row-major, one
/// row a sample.
/// </summary>
public interface INetworkTape
{
    /// <summary>Inputs of a step, [batch x input size]; filled by the caller before <see cref="Forward"/>.</summary>
    Span<double> Input(int step);

    /// <summary>Outputs of a step, [batch x output size]; valid after <see cref="Forward"/>.</summary>
    ReadOnlySpan<double> Output(int step);

    /// <summary>d cost / d output of a step, [batch x output size]; filled by the caller before <see cref="Backward"/>.</summary>
    Span<double> OutputGradient(int step);

    /// <summary>d cost / d input of a step, [batch x input size]; valid after <see cref="Backward"/>.</summary>
    ReadOnlySpan<double> InputGradient(int step);

    /// <summary>Computes the outputs of a step. Step 0 starts with empty memory.</summary>
    /// <param name="parameters">The same in all steps of a pass, forward and backward: the tape may keep at step 0 what it needs of them.</param>
    /// <param name="step">In [0, steps).</param>
    void Forward(ReadOnlySpan<double> parameters, int step);

    /// <summary>Computes the gradient by the inputs of a step; the last step first.</summary>
    /// <param name="parameters">Those given to <see cref="Forward"/>.</param>
    /// <param name="step">In [0, steps).</param>
    void Backward(ReadOnlySpan<double> parameters, int step);

    /// <summary>Adds d cost / d parameters, summed over samples and steps; after <see cref="Backward"/> of all steps.</summary>
    /// <param name="gradient">One number a parameter.</param>
    void AddParameterGradient(Span<double> gradient);
}
