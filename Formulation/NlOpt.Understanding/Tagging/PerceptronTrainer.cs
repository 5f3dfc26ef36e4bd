using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Tagging;

/// <summary>
/// Trains a <see cref="Tagger"/> as an averaged structured perceptron (Collins 2002) with feature dropout. Features seen once are left out.
/// </summary>
internal static class PerceptronTrainer
{
    /// <summary>Trains on labelled texts.</summary>
    /// <param name="examples">Features of the tokens and their labels.</param>
    /// <param name="epochs">Passes over the examples.</param>
    /// <param name="dropout">Share of features hidden from each update, in [0, 1).</param>
    /// <param name="seed">Decides order and dropout.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static Tagger Train(
        IReadOnlyList<(uint[][] Features, int[] Labels)> examples, int epochs, double dropout, ulong seed, CancellationToken cancellationToken)
    {
        var (features, indexed) = Index(examples);
        var weights = new float[features.Length * Tag.Count];
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
                var guess = Tagger.Viterbi(Scores(shown, weights), transitions);
                Update(gold, guess, shown, step);
            }
        }

        for (var index = 0; index < weights.Length; index++) weights[index] -= sums[index] / step;
        for (var index = 0; index < transitions.Length; index++) transitions[index] -= transitionSums[index] / step;
        return new Tagger(new LinearModel(Tag.Count, features, weights), transitions);

        void Update(int[] gold, int[] guess, int[][] shown, int time)
        {
            var (previousGold, previousGuess) = (Tag.Count, Tag.Count);
            for (var index = 0; index < gold.Length; index++)
            {
                if (gold[index] != guess[index])
                {
                    foreach (var row in shown[index])
                    {
                        weights[row * Tag.Count + gold[index]] += 1;
                        sums[row * Tag.Count + gold[index]] += time;
                        weights[row * Tag.Count + guess[index]] -= 1;
                        sums[row * Tag.Count + guess[index]] -= time;
                    }
                }

                if (gold[index] != guess[index] || previousGold != previousGuess)
                {
                    transitions[previousGold * Tag.Count + gold[index]] += 1;
                    transitionSums[previousGold * Tag.Count + gold[index]] += time;
                    transitions[previousGuess * Tag.Count + guess[index]] -= 1;
                    transitionSums[previousGuess * Tag.Count + guess[index]] -= time;
                }

                (previousGold, previousGuess) = (gold[index], guess[index]);
            }
        }
    }

    private static (uint[] Features, int[][][] Indexed) Index(IReadOnlyList<(uint[][] Features, int[] Labels)> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var (tokens, _) in examples)
            foreach (var token in tokens)
                foreach (var feature in token) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var rows = new Dictionary<uint, int>();
        var indexed = new int[examples.Count][][];
        for (var example = 0; example < indexed.Length; example++)
        {
            indexed[example] = new int[examples[example].Features.Length][];
            for (var token = 0; token < indexed[example].Length; token++)
            {
                var known = new List<int>(48);
                foreach (var feature in examples[example].Features[token])
                {
                    if (counts[feature] < 2) continue;
                    if (!rows.TryGetValue(feature, out var row)) rows[feature] = row = rows.Count;
                    known.Add(row);
                }

                indexed[example][token] = [.. known];
            }
        }

        var features = new uint[rows.Count];
        foreach (var (feature, row) in rows) features[row] = feature;
        return (features, indexed);
    }

    private static int[][] Drop(int[][] tokens, double dropout, RandomStream random)
    {
        var shown = new int[tokens.Length][];
        for (var index = 0; index < tokens.Length; index++)
            shown[index] = Array.FindAll(tokens[index], _ => random.NextDouble() >= dropout);
        return shown;
    }

    private static double[] Scores(int[][] tokens, float[] weights)
    {
        var scores = new double[tokens.Length * Tag.Count];
        for (var index = 0; index < tokens.Length; index++)
        {
            var row = scores.AsSpan(index * Tag.Count, Tag.Count);
            foreach (var feature in tokens[index])
            {
                var source = weights.AsSpan(feature * Tag.Count, Tag.Count);
                for (var label = 0; label < Tag.Count; label++) row[label] += source[label];
            }
        }

        return scores;
    }
}
