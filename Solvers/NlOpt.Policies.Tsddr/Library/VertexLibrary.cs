using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NlOpt.Policies.Tsddr.Library;

/// <summary>
/// Dual vertices of one reduced stage: f(p) = max over k of alpha_k + mu_k . p holds from below always, and exactly where the vertex that is
/// active at p has been added. Read by many threads, written by one in between.
/// </summary>
internal sealed class VertexLibrary(int dimension)
{
    private static readonly int Lanes = Vector256<double>.Count;

    // Vertices side by side, so that one instruction handles several: _slopes[component * _capacity + vertex].
    private double[] _intercepts = [];
    private double[] _slopes = [];
    private int _capacity;

    /// <summary>Number of vertices.</summary>
    public int Count { get; private set; }

    /// <summary>Numbers a vertex takes in <see cref="Export"/>: intercept, then slopes.</summary>
    public int Stride => dimension + 1;

    /// <summary>Adds the vertex that is active at a point.</summary>
    /// <param name="point">p.</param>
    /// <param name="cost">f(p), exact.</param>
    /// <param name="gradient">The dual values there.</param>
    public void Add(ReadOnlySpan<double> point, double cost, ReadOnlySpan<double> gradient)
    {
        var intercept = cost;
        for (var component = 0; component < dimension; component++) intercept -= gradient[component] * point[component];
        Append(intercept, gradient);
    }

    /// <summary>All vertices, each as intercept and slopes.</summary>
    public double[] Export()
    {
        var numbers = new double[Count * Stride];
        for (var vertex = 0; vertex < Count; vertex++)
        {
            numbers[vertex * Stride] = _intercepts[vertex];
            for (var component = 0; component < dimension; component++) numbers[vertex * Stride + 1 + component] = _slopes[component * _capacity + vertex];
        }

        return numbers;
    }

    /// <summary>Adds vertices that <see cref="Export"/> gave.</summary>
    /// <exception cref="FormatException">They are not whole.</exception>
    public void Import(ReadOnlySpan<double> numbers)
    {
        if (numbers.Length % Stride != 0) throw new FormatException("a vertex is cut short");
        for (var start = 0; start < numbers.Length; start += Stride) Append(numbers[start], numbers.Slice(start + 1, dimension));
    }

    /// <summary>The maximum at one point; negative infinity while there are no vertices.</summary>
    public double Evaluate(ReadOnlySpan<double> point) => Largest(point).Value;

    /// <summary>Evaluates the maximum and its slope at some points; of equally large functions the oldest counts.</summary>
    /// <param name="points">[count x dimension].</param>
    /// <param name="costs">Takes the maximum a point; negative infinity while there are no vertices.</param>
    /// <param name="gradients">Takes the slopes of the function that attains it, [count x dimension].</param>
    public void Evaluate(ReadOnlySpan<double> points, Span<double> costs, Span<double> gradients)
    {
        for (var index = 0; index < costs.Length; index++)
        {
            var gradient = gradients.Slice(index * dimension, dimension);
            (costs[index], var vertex) = Largest(points.Slice(index * dimension, dimension));
            for (var component = 0; component < dimension; component++) gradient[component] = Count == 0 ? 0 : _slopes[component * _capacity + vertex];
        }
    }

    private (double Value, int Vertex) Largest(ReadOnlySpan<double> point)
    {
        if (Count == 0) return (double.NegativeInfinity, -1);
        ref var intercepts = ref MemoryMarshal.GetArrayDataReference(_intercepts);
        ref var slopes = ref MemoryMarshal.GetArrayDataReference(_slopes);
        var best = Vector256.Create(double.NegativeInfinity);
        var bestIndex = Vector256<long>.Zero;
        var lanes = Vector256.Create(0L, 1, 2, 3);
        for (var vertex = 0; vertex < _capacity; vertex += Lanes)
        {
            var value = Vector256.LoadUnsafe(ref intercepts, (nuint)vertex);
            for (var component = 0; component < point.Length; component++)
            {
                var slope = Vector256.LoadUnsafe(ref slopes, (nuint)(component * _capacity + vertex));
                value = Vector256.FusedMultiplyAdd(slope, Vector256.Create(point[component]), value);
            }

            var better = Vector256.GreaterThan(value, best);
            best = Vector256.ConditionalSelect(better, value, best);
            bestIndex = Vector256.ConditionalSelect(better.AsInt64(), lanes + Vector256.Create((long)vertex), bestIndex);
        }

        var (largest, index) = (best[0], bestIndex[0]);
        for (var lane = 1; lane < Lanes; lane++)
            if (best[lane] > largest || best[lane] == largest && bestIndex[lane] < index) (largest, index) = (best[lane], bestIndex[lane]);
        return (largest, (int)index);
    }

    private void Append(double intercept, ReadOnlySpan<double> slopes)
    {
        if (Count == _capacity) Grow();
        _intercepts[Count] = intercept;
        for (var component = 0; component < dimension; component++) _slopes[component * _capacity + Count] = slopes[component];
        Count++;
    }

    private void Grow()
    {
        var capacity = Math.Max(64, 2 * _capacity);
        var intercepts = new double[capacity];
        Array.Fill(intercepts, double.NegativeInfinity);
        _intercepts.CopyTo(intercepts, 0);
        var slopes = new double[capacity * dimension];
        for (var component = 0; component < dimension; component++)
            _slopes.AsSpan(component * _capacity, Count).CopyTo(slopes.AsSpan(component * capacity));
        (_intercepts, _slopes, _capacity) = (intercepts, slopes, capacity);
    }
}
