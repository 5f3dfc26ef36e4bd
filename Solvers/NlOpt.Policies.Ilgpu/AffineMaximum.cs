using ILGPU;
using ILGPU.Runtime;

namespace NlOpt.Policies.Ilgpu;

/// <summary>
/// The dual-vertex library on a device: for many points p at once the maximum over k of <c>alpha_k + mu_k . p</c>, and which k attains it.
/// </summary>
public sealed class AffineMaximum : IDisposable
{
    private readonly Accelerator _accelerator;
    private readonly Action<Index1D, int, ArrayView<double>, ArrayView<double>, ArrayView<double>, ArrayView<double>, ArrayView<int>> _kernel;
    private readonly int _dimension;
    private readonly MemoryBuffer1D<double, Stride1D.Dense> _intercepts, _slopes;

    /// <summary>Sends the functions to a device.</summary>
    /// <param name="device">The device; outlives this.</param>
    /// <param name="intercepts">alpha, at least one.</param>
    /// <param name="slopes">mu, [functions x dimension].</param>
    /// <exception cref="ArgumentException">There is no function, or the sizes do not fit.</exception>
    public AffineMaximum(ComputeDevice device, ReadOnlySpan<double> intercepts, ReadOnlySpan<double> slopes)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (intercepts.Length == 0 || slopes.Length == 0 || slopes.Length % intercepts.Length != 0)
            throw new ArgumentException("There is at least one function, and each has the same number of slopes.", nameof(slopes));
        (_accelerator, _dimension) = (device.Accelerator, slopes.Length / intercepts.Length);
        _intercepts = _accelerator.Allocate1D(intercepts.ToArray());
        _slopes = _accelerator.Allocate1D(slopes.ToArray());
        _kernel = _accelerator.LoadAutoGroupedStreamKernel<
            Index1D, int, ArrayView<double>, ArrayView<double>, ArrayView<double>, ArrayView<double>, ArrayView<int>>(Largest);
    }

    /// <summary>Evaluates the maximum; of equally large functions the first counts.</summary>
    /// <param name="points">[count x dimension].</param>
    /// <param name="maxima">Takes one maximum a point.</param>
    /// <param name="functions">Takes the index of the function that attains it.</param>
    public void Evaluate(double[] points, double[] maxima, int[] functions)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(maxima);
        ArgumentNullException.ThrowIfNull(functions);
        if (points.Length != maxima.Length * _dimension || functions.Length != maxima.Length)
            throw new ArgumentException($"Each point has {_dimension} numbers, one maximum and one function.", nameof(points));
        if (maxima.Length == 0) return;
        using var pointsThere = _accelerator.Allocate1D(points);
        using var maximaThere = _accelerator.Allocate1D<double>(maxima.Length);
        using var functionsThere = _accelerator.Allocate1D<int>(functions.Length);
        _kernel(maxima.Length, _dimension, _intercepts.View, _slopes.View, pointsThere.View, maximaThere.View, functionsThere.View);
        _accelerator.Synchronize();
        maximaThere.CopyToCPU(maxima);
        functionsThere.CopyToCPU(functions);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _intercepts.Dispose();
        _slopes.Dispose();
    }

    internal static void Largest(
        Index1D point, int dimension, ArrayView<double> intercepts, ArrayView<double> slopes, ArrayView<double> points,
        ArrayView<double> maxima, ArrayView<int> functions)
    {
        var largest = double.NegativeInfinity;
        var attained = 0;
        for (var function = 0; function < intercepts.IntLength; function++)
        {
            var value = intercepts[function];
            for (var component = 0; component < dimension; component++)
                value += slopes[function * dimension + component] * points[point * dimension + component];
            if (value > largest) (largest, attained) = (value, function);
        }

        maxima[point] = largest;
        functions[point] = attained;
    }
}
