using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NlOpt.Understanding.Learning;

/// <summary>
/// Weights by hashed feature for one or several classes: score of a class = sum of the weights of the present features.
/// Open addressing over a power of two; unknown features weigh nothing.
/// </summary>
internal sealed class LinearModel
{
    private const int MostOnStack = 256;

    // A feature above, its row + 1 below, so that finding one touches one place of memory.
    private readonly ulong[] _slots;
    private readonly int _mask;
    private readonly float[] _weights;

    /// <summary>Makes a model.</summary>
    /// <param name="classCount">Number of classes; 1 for a yes-or-no decision.</param>
    /// <param name="features">The features, distinct.</param>
    /// <param name="weights">The weights, one row of <paramref name="classCount"/> a feature.</param>
    public LinearModel(int classCount, uint[] features, float[] weights)
    {
        ClassCount = classCount;
        Features = features;
        _weights = weights;
        var capacity = 16;
        while (capacity < features.Length * 2) capacity *= 2;
        _mask = capacity - 1;
        _slots = new ulong[capacity];
        for (var row = 0; row < features.Length; row++)
        {
            var slot = Slot(features[row]);
            while (_slots[slot] != 0) slot = (slot + 1) & _mask;
            _slots[slot] = (ulong)features[row] << 32 | (uint)(row + 1);
        }
    }

    /// <summary>The model whose scores are the mean of others' scores.</summary>
    public static LinearModel Mean(IReadOnlyList<LinearModel> models)
    {
        var classes = models[0].ClassCount;
        var features = models.SelectMany(model => model.Features).Distinct().ToArray();
        var weights = new float[features.Length * classes];
        var scores = new double[classes];
        for (var row = 0; row < features.Length; row++)
        {
            Array.Clear(scores);
            foreach (var model in models) model.Score([features[row]], scores);
            for (var label = 0; label < classes; label++) weights[row * classes + label] = (float)(scores[label] / models.Count);
        }

        return new LinearModel(classes, features, weights);
    }

    /// <summary>Number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>The known features, by row.</summary>
    public uint[] Features { get; }

    /// <summary>All weights, row by row.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Adds the scores of the features to <paramref name="scores"/>.</summary>
    /// <param name="features">The present features.</param>
    /// <param name="scores">Length <see cref="ClassCount"/>.</param>
    public void Score(ReadOnlySpan<uint> features, Span<double> scores)
    {
        if (scores.Length == 1)
        {
            scores[0] += Sum(features);
            return;
        }

        // The rows are found first, so that their weights are waited for together; then a few classes at a time are summed in registers.
        Span<int> starts = features.Length <= MostOnStack ? stackalloc int[features.Length] : new int[features.Length];
        var count = 0;
        foreach (var feature in features)
            if (Find(feature) is >= 0 and var row) starts[count++] = row * ClassCount;
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var label = 0;
        for (; label <= scores.Length - Vector256<double>.Count; label += Vector256<double>.Count)
        {
            var place = scores.Slice(label, Vector256<double>.Count);
            var sum = Vector256.Create<double>(place);
            foreach (var start in starts[..count])
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, (nuint)(start + label)).ToVector256Unsafe());
            sum.CopyTo(place);
        }

        for (; label < scores.Length; label++)
            foreach (var start in starts[..count]) scores[label] += _weights[start + label];
    }

    /// <summary>Probability of yes in a model of one class.</summary>
    public double Probability(ReadOnlySpan<uint> features) => 1 / (1 + Math.Exp(-Sum(features)));

    /// <summary>Probabilities of the classes of a model of several.</summary>
    public double[] Probabilities(ReadOnlySpan<uint> features)
    {
        var scores = new double[ClassCount];
        Score(features, scores);
        Softmax(scores);
        return scores;
    }

    /// <summary>Turns scores into probabilities that sum to 1.</summary>
    public static void Softmax(Span<double> scores)
    {
        var highest = double.NegativeInfinity;
        foreach (var score in scores) highest = Math.Max(highest, score);
        double sum = 0;
        for (var index = 0; index < scores.Length; index++) sum += scores[index] = Math.Exp(scores[index] - highest);
        for (var index = 0; index < scores.Length; index++) scores[index] /= sum;
    }

    /// <summary>The score of a model of one class.</summary>
    private double Sum(ReadOnlySpan<uint> features)
    {
        double sum = 0;
        foreach (var feature in features)
            if (Find(feature) is >= 0 and var row) sum += _weights[row];
        return sum;
    }

    private int Find(uint feature)
    {
        var slot = Slot(feature);
        for (var entry = _slots[slot]; entry != 0; entry = _slots[slot])
        {
            if ((uint)(entry >> 32) == feature) return (int)(entry & uint.MaxValue) - 1;
            slot = (slot + 1) & _mask;
        }

        return -1;
    }

    private int Slot(uint feature) => unchecked((int)(feature * 0x9E3779B1u >> 4)) & _mask;
}
