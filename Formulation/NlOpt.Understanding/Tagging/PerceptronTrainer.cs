using System.Runtime.Intrinsics;
using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Tagging;

/// <summary>
/// Trains a <see cref="Tagger"/> as an averaged structured perceptron (Collins 2002) with feature dropout. Features seen once are left out.
/// </summary>
internal static class PerceptronTrainer
{
    private const int Width = ViterbiPath.Width;
    private const int MostFeatures = 256;

    /// <summary>Trains on labelled texts.</summary>
    /// <param name="index">Numbers the features of the examples.</param>
    /// <param name="examples">Features of the tokens and their labels.</param>
    /// <param name="epochs">Passes over the examples.</param>
    /// <param name="dropout">Share of features hidden from each update, in [0, 1).</param>
    /// <param name="seed">Decides order and dropout.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static Tagger Train(
        FeatureIndex index, IReadOnlyList<TaggedFeatures> examples, int epochs, double dropout, ulong seed, CancellationToken cancellationToken)
    {
        var (features, indexed) = Compact(index, examples);
        var weights = new float[features.Length * Width];
        var sums = new float[weights.Length];
        var transitions = new float[(Tag.Count + 1) * Tag.Count];
        var transitionSums = new float[transitions.Length];
        var random = new RandomStream(seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var step = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var example in order)
            {
                cancellationToken.ThrowIfCancellationRequested();
                step++;
                var gold = examples[example].Labels;
                var shown = Drop(indexed[example], dropout, random);
                var guess = ViterbiPath.Find(Scores(shown, weights), shown.Length, transitions);
                Update(gold, guess, shown, step);
            }
        }

        for (var place = 0; place < weights.Length; place++) weights[place] -= sums[place] / step;
        for (var place = 0; place < transitions.Length; place++) transitions[place] -= transitionSums[place] / step;
        return new Tagger(new LinearModel(Tag.Count, features, Narrow(weights)), transitions);

        void Update(int[] gold, int[] guess, int[][] shown, int time)
        {
            var (previousGold, previousGuess) = (Tag.Count, Tag.Count);
            for (var token = 0; token < gold.Length; token++)
            {
                if (gold[token] != guess[token])
                {
                    foreach (var row in shown[token])
                    {
                        weights[row * Width + gold[token]] += 1;
                        sums[row * Width + gold[token]] += time;
                        weights[row * Width + guess[token]] -= 1;
                        sums[row * Width + guess[token]] -= time;
                    }
                }

                if (gold[token] != guess[token] || previousGold != previousGuess)
                {
                    transitions[previousGold * Tag.Count + gold[token]] += 1;
                    transitionSums[previousGold * Tag.Count + gold[token]] += time;
                    transitions[previousGuess * Tag.Count + guess[token]] -= 1;
                    transitionSums[previousGuess * Tag.Count + guess[token]] -= time;
                }

                (previousGold, previousGuess) = (gold[token], guess[token]);
            }
        }
    }

    /// <summary>Renumbers the features that at least two tokens of the examples have; the others are left out.</summary>
    private static (uint[] Features, int[][][] Indexed) Compact(FeatureIndex index, IReadOnlyList<TaggedFeatures> examples)
    {
        var counts = new int[index.Features.Count];
        foreach (var example in examples)
            foreach (var token in example.Rows)
                foreach (var row in token) counts[row]++;
        var places = new int[counts.Length];
        var features = new List<uint>();
        for (var row = 0; row < counts.Length; row++)
        {
            places[row] = counts[row] < 2 ? -1 : features.Count;
            if (counts[row] >= 2) features.Add(index.Features[row]);
        }

        return ([.. features], [.. examples.Select(example => Array.ConvertAll(example.Rows, Known))]);

        int[] Known(int[] rows)
        {
            var known = new int[rows.Length];
            var count = 0;
            foreach (var row in rows)
                if (places[row] >= 0) known[count++] = places[row];
            return known[..count];
        }
    }

    /// <summary>Hides features at random, deciding by one byte each.</summary>
    private static int[][] Drop(int[][] tokens, double dropout, RandomStream random)
    {
        var least = (byte)Math.Round(dropout * 256);
        var shown = new int[tokens.Length][];
        Span<int> kept = stackalloc int[MostFeatures];
        for (var index = 0; index < tokens.Length; index++)
        {
            var (count, bits) = (0, 0UL);
            for (var position = 0; position < tokens[index].Length; position++)
            {
                bits = position % 8 == 0 ? random.Next() : bits >> 8;
                if (unchecked((byte)bits) >= least) kept[count++] = tokens[index][position];
            }

            shown[index] = kept[..count].ToArray();
        }

        return shown;
    }

    private static float[] Scores(int[][] tokens, float[] weights)
    {
        var scores = new float[tokens.Length * Width];
        for (var index = 0; index < tokens.Length; index++)
        {
            var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
            foreach (var feature in tokens[index])
            {
                low += Vector256.Create<float>(weights.AsSpan(feature * Width, Width / 2));
                high += Vector256.Create<float>(weights.AsSpan(feature * Width + Width / 2, Width / 2));
            }

            low.CopyTo(scores.AsSpan(index * Width));
            high.CopyTo(scores.AsSpan(index * Width + Width / 2));
        }

        return scores;
    }

    /// <summary>The weights without padding.</summary>
    private static float[] Narrow(float[] weights)
    {
        var narrow = new float[weights.Length / Width * Tag.Count];
        for (var row = 0; row < weights.Length / Width; row++) weights.AsSpan(row * Width, Tag.Count).CopyTo(narrow.AsSpan(row * Tag.Count));
        return narrow;
    }
}
