using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;

namespace NlOpt.Understanding.Training;

/// <summary>
/// Trains the two-pass tagger, and tags the training texts themselves by models that have not seen them (jackknife), so that what is
/// learned above the tagger meets the same errors as later in use.
/// </summary>
internal sealed class TaggerTrainer(ulong seed, CancellationToken cancellationToken)
{
    private const int Folds = 4;
    private const int Variants = 3;
    private const int FirstPassEpochs = 3;
    private const int SecondPassEpochs = 5;
    private const double Dropout = 0.3;

    /// <summary>Trains on texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="isVaried">For each text, whether to learn from variants of it with other names and units as well.</param>
    /// <returns>The tagger, and for each text the labels given by a model that was not trained on it.</returns>
    public (TwoPassTagger Tagger, int[][] HeldOutLabels) Train(IReadOnlyList<TaggedText> texts, IReadOnlyList<bool> isVaried)
    {
        var random = new RandomStream(seed);
        var augmentation = new NameAugmentation(texts);
        var variants = texts.Select((text, index) => Enumerable.Range(0, isVaried[index] ? Variants + 1 : 1)
            .Select(k => k == 0 ? text : augmentation.Vary(text, random)).ToArray()).ToArray();
        var firstFeatures = variants.Select(list => list.Select(text => TagFeatures.Extract(text.Tokens)).ToArray()).ToArray();

        var firstIndex = new FeatureIndex();
        var firstRows = Array.ConvertAll(firstFeatures, list => Array.ConvertAll(list, firstIndex.Add));
        var firstPass = new Tagger[Folds];
        var distributions = new TagDistribution[texts.Count][];
        Parallel.For(0, Folds, fold =>
        {
            firstPass[fold] = Train(firstIndex, firstRows, index => index % Folds != fold, FirstPassEpochs);
            for (var index = fold; index < texts.Count; index += Folds)
                distributions[index] = [.. variants[index].Select((text, k) => new TagDistribution(text.Tokens, firstPass[fold].Label(firstFeatures[index][k])))];
        });

        var secondFeatures = variants
            .Select((list, index) => list.Select((text, k) => TagFeatures.Extend(firstFeatures[index][k], text.Tokens, distributions[index][k])).ToArray()).ToArray();
        var secondIndex = new FeatureIndex();
        var secondRows = Array.ConvertAll(secondFeatures, list => Array.ConvertAll(list, secondIndex.Add));
        var heldOut = new int[texts.Count][];
        Tagger? first = null, second = null;
        Parallel.For(0, Folds + 2, job =>
        {
            if (job == Folds)
            {
                first = Train(firstIndex, firstRows, _ => true, FirstPassEpochs);
            }
            else if (job == Folds + 1)
            {
                second = Train(secondIndex, secondRows, _ => true, SecondPassEpochs);
            }
            else
            {
                var tagger = Train(secondIndex, secondRows, index => index % Folds != job, SecondPassEpochs);
                for (var index = job; index < texts.Count; index += Folds) heldOut[index] = tagger.Label(secondFeatures[index][0]);
            }
        });
        return (new TwoPassTagger(first!, second!), heldOut);

        Tagger Train(FeatureIndex features, int[][][][] rows, Func<int, bool> use, int epochs)
        {
            var examples = new List<TaggedFeatures>();
            for (var index = 0; index < texts.Count; index++)
                if (use(index)) examples.AddRange(rows[index].Select(tokens => new TaggedFeatures(tokens, texts[index].Labels)));
            return PerceptronTrainer.Train(features, examples, epochs, Dropout, seed, cancellationToken);
        }
    }
}
