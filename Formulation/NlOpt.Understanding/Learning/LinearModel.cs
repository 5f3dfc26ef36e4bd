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
    private const int Block = 32;

    // A feature above; below it its row + 1 or, in a model of one class, its weight: finding a feature touches one place of memory.
    private readonly ulong[] _slots;
    private readonly int _mask;

    // Behind the last row there is room for a whole register.
    private readonly float[] _weights;

    /// <summary>Makes a model.</summary>
    /// <param name="classCount">Number of classes; 1 for a yes-or-no decision.</param>
    /// <param name="features">The features, distinct.</param>
    /// <param name="weights">The weights, one row of <paramref name="classCount"/> a feature.</param>
    public LinearModel(int classCount, uint[] features, float[] weights)
    {
        ClassCount = classCount;
        Features = features;
        _weights = new float[weights.Length + Vector256<double>.Count];
        weights.CopyTo(_weights, 0);
        var capacity = 16;
        while (capacity < features.Length * 2) capacity *= 2;
        _mask = capacity - 1;
        _slots = new ulong[capacity];
        for (var row = 0; row < features.Length; row++)
        {
            var slot = Slot(features[row]);
            while (_slots[slot] != 0) slot = (slot + 1) & _mask;
            _slots[slot] = (ulong)features[row] << 32 | (classCount == 1 ? BitConverter.SingleToUInt32Bits(weights[row]) : (uint)(row + 1));
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
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, Features.Length * ClassCount);

    /// <summary>Adds the scores of the features to <paramref name="scores"/>.</summary>
    /// <param name="features">The present features.</param>
    /// <param name="scores">Length <see cref="ClassCount"/>.</param>
    public void Score(ReadOnlySpan<uint> features, Span<double> scores)
    {
        if (scores.Length == 1)
        {
            scores[0] = Sum(features, scores[0]);
            return;
        }

        // The rows are found first, so that their weights are waited for together; then a few classes at a time are summed in registers.
        Span<int> starts = features.Length <= MostOnStack ? stackalloc int[features.Length] : new int[features.Length];
        starts = starts[..FindRows(features, starts)];
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        Span<double> lanes = stackalloc double[Vector256<double>.Count];
        for (var label = 0; label < scores.Length; label += lanes.Length)
        {
            // The last register may reach into the next row: what it sums there is dropped.
            var place = scores[label..Math.Min(label + lanes.Length, scores.Length)];
            place.CopyTo(lanes);
            var sum = Vector256.Create<double>(lanes);
            foreach (var start in starts)
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, (nuint)(start + label)).ToVector256Unsafe());
            sum.CopyTo(lanes);
            lanes[..place.Length].CopyTo(place);
        }
    }

    /// <summary>Probability of yes in a model of one class.</summary>
    /// <param name="features">The present features.</param>
    /// <param name="score">What <see cref="Sum"/> made of features before these.</param>
    public double Probability(ReadOnlySpan<uint> features, double score = 0) => 1 / (1 + Math.Exp(-Sum(features, score)));

    /// <summary>The score of a model of one class: that of features before these, and the weights of these added one by one.</summary>
    public double Sum(ReadOnlySpan<uint> features, double score = 0)
    {
        Span<ulong> entries = stackalloc ulong[Block];
        for (; !features.IsEmpty; features = features[Math.Min(Block, features.Length)..])
        {
            var block = features[..Math.Min(Block, features.Length)];
            ReadSlots(block, entries);
            for (var index = 0; index < block.Length; index++)
            {
                if (entries[index] == 0) continue;
                var entry = (uint)(entries[index] >> 32) == block[index] ? entries[index] : Probe(block[index]);
                score += BitConverter.UInt32BitsToSingle((uint)(entry & uint.MaxValue));
            }
        }

        return score;
    }

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

    /// <summary>Where the rows of the known features begin, in order; returns how many there are.</summary>
    private int FindRows(ReadOnlySpan<uint> features, Span<int> starts)
    {
        Span<ulong> entries = stackalloc ulong[Block];
        var count = 0;
        for (; !features.IsEmpty; features = features[Math.Min(Block, features.Length)..])
        {
            var block = features[..Math.Min(Block, features.Length)];
            ReadSlots(block, entries);
            for (var index = 0; index < block.Length; index++)
            {
                if (entries[index] == 0) continue;
                var entry = (uint)(entries[index] >> 32) == block[index] ? entries[index] : Probe(block[index]);
                if (entry != 0) starts[count++] = ((int)(entry & uint.MaxValue) - 1) * ClassCount;
            }
        }

        return count;
    }

    /// <summary>
    /// The first slots where features may stand: read one after the other without a look at them, so that memory is waited for once.
    /// </summary>
    private void ReadSlots(ReadOnlySpan<uint> features, Span<ulong> entries)
    {
        for (var index = 0; index < features.Length; index++) entries[index] = _slots[Slot(features[index])];
    }

    /// <summary>The slot of a feature whose first slot another one took; 0 where it is unknown.</summary>
    private ulong Probe(uint feature)
    {
        var slot = (Slot(feature) + 1) & _mask;
        while (_slots[slot] is not 0 and var entry)
        {
            if ((uint)(entry >> 32) == feature) return entry;
            slot = (slot + 1) & _mask;
        }

        return 0;
    }

    private int Slot(uint feature) => unchecked((int)(feature * 0x9E3779B1u >> 4)) & _mask;
}
