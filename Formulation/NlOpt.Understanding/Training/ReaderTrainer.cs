using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Variables;
using NlOpt.Understanding.Weights;

namespace NlOpt.Understanding.Training;

/// <summary>Trains every factor of the reader from labelled problems. Each stage learns on what the stages below give for texts they have not seen.</summary>
internal sealed class ReaderTrainer(ulong seed, Action<string> progress, CancellationToken cancellationToken)
{
    private const int Taggers = 2;
    private const int NegativePairs = 60;
    private const int FewestWritten = 200;

    /// <summary>Trains on problems; those without labelled spans are left out.</summary>
    public ReaderModels Train(IReadOnlyList<LabelledProblem> problems, IEnumerable<TrainingData> data)
    {
        var texts = problems.Where(problem => problem.Spans.Length > 0).Select(problem => new TrainingText(problem)).ToLookup(text => text.Problem.IsMislabelled);
        List<TrainingText> examples = [.. texts[false]], mislabelled = [.. texts[true]];
        var tagged = examples.ConvertAll(example => example.Gold);
        var isVaried = examples.ConvertAll(example => !example.Problem.IsGenerated);
        progress("tagging words");
        var taggers = Enumerable.Range(0, Taggers).Select(number => new TaggerTrainer(seed + (ulong)number, cancellationToken).Train(tagged, isVaried)).ToList();
        var tagger = TwoPassTagger.Mean([.. taggers.Select(trained => trained.Tagger)]);
        for (var index = 0; index < examples.Count; index++)
            examples[index].HeldOutLabels = [.. taggers.Take(isVaried[index] ? Taggers : 1).Select(trained => trained.HeldOutLabels[index])];
        foreach (var example in mislabelled) example.HeldOutLabels = [tagger.Label(example.Gold.Tokens)];
        progress("judging single decisions");
        var all = Enumerable.Range(0, examples.Count).ToList();
        var (namePair, decisions) = TrainFactors(examples, all);
        progress("weighing whole readings");
        var (global, calibration) = TrainGlobal(examples, mislabelled);
        return new ReaderModels
        {
            TrainedOn = [.. data],
            Tagger = tagger,
            NamePair = namePair,
            Decisions = decisions,
            Global = global,
            Calibration = calibration,
        };
    }

    /// <summary>Weighs whole readings on texts that the factors have not seen: two halves, each decoded by factors of the other.</summary>
    private (GlobalWeights Weights, Calibration Calibration) TrainGlobal(List<TrainingText> examples, List<TrainingText> mislabelled)
    {
        List<TrainingText> all = [.. examples, .. mislabelled];
        var decoded = new IReadOnlyList<(DecodedReading Reading, ReadingScore Score)>[all.Count];
        Parallel.For(0, 2, half =>
        {
            var (namePair, decisions) = TrainFactors(examples, [.. Enumerable.Range(0, examples.Count).Where(index => index % 2 != half)]);
            var selector = new VariableSetSelector(namePair);
            var decoder = new Decoder(decisions);
            for (var index = half; index < all.Count; index += 2)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (example, labels) = (all[index], all[index].HeldOutLabels[0]);
                var sets = selector.Propose(example.Gold.Tokens, labels, example.Quantities);
                var readings = decoder.Decode(new TextContext(example.Gold.Tokens, labels, example.Quantities), sets);
                decoded[index] = [.. readings.Select(reading => (reading, ReadingScore.Of(example.Problem, reading)))];
            }
        });
        var weights = GlobalTrainer.Fit([.. decoded.Take(examples.Count).Select(readings => readings.Select(item => (item.Reading.Factors, item.Score)).ToList())]);
        // Texts that people wrote say how sure the reader may be; generated ones only where there are few of these.
        var isWritten = examples.Count(example => !example.Problem.IsGenerated) >= FewestWritten;
        var outcomes = all.Zip(decoded).Where(item => item.Second.Count > 0 && !(isWritten && item.First.Problem.IsGenerated)).Select(item =>
        {
            var best = Ranking.Rank(item.Second.Select(reading => reading.Reading), weights)[0];
            bool? isRight = item.First.Problem.IsMislabelled ? null : item.Second.First(reading => reading.Reading == best.Reading).Score.IsExact;
            return (best.Confidence, isRight);
        });
        return (weights, Calibration.Fit([.. outcomes]));
    }

    private (LinearModel NamePair, DecisionModels Decisions) TrainFactors(List<TrainingText> examples, List<int> chosen)
    {
        var namePair = TrainNamePairs(chosen.Select(index => examples[index]));
        var selector = new VariableSetSelector(namePair);
        var readings = new List<GoldReading>();
        var groups = new List<int>();
        for (var position = 0; position < chosen.Count; position++)
        {
            foreach (var labels in examples[chosen[position]].HeldOutLabels)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Align(examples[chosen[position]], labels, selector) is not { } reading) continue;
                readings.Add(reading);
                groups.Add(position);
            }
        }

        return (namePair, new DecisionTrainer(readings, seed).Train(reading => groups[reading]));
    }

    private static GoldReading? Align(TrainingText example, int[] labels, VariableSetSelector selector)
    {
        var text = new TextContext(example.Gold.Tokens, labels, example.Quantities);
        var sets = selector.Propose(example.Gold.Tokens, labels, example.Quantities);
        var reading = sets.Count > 0 ? GoldReading.Align(new ReadingContext(text, sets[0].Set), example.Problem, example.Gold.Labels) : null;
        if (reading is not null) return reading;
        var gold = NameClustering.Cluster(example.Gold.Tokens, TaggedName.Find(example.Gold.Tokens, example.Gold.Labels));
        return GoldReading.Align(new ReadingContext(text, gold), example.Problem, example.Gold.Labels);
    }

    private LinearModel TrainNamePairs(IEnumerable<TrainingText> examples)
    {
        var trainer = new LogisticTrainer(1);
        var random = new RandomStream(seed);
        var features = new FeatureList();
        foreach (var example in examples)
        {
            if (example.GoldNames.Length < 2) continue;
            var tokens = example.Gold.Tokens;
            var parallel = ParallelNames.Find(tokens);
            var weight = example.Problem.IsGenerated ? DecisionTrainer.GeneratedWeight : 1;
            foreach (var labels in example.HeldOutLabels.Append(example.Gold.Labels).Append(example.Misled(random)))
            {
                var negatives = new List<uint[]>();
                var tagged = TaggedName.Find(tokens, labels);
                var lists = NameLists.Find(tokens, tagged);
                var writer = new PairFeatures(tokens, example.Quantities, parallel, lists);
                foreach (var (left, right) in VariableSetSelector.Pairs(CandidateName.Find(tokens, labels, tagged, parallel, lists), lists))
                {
                    writer.Write(features, left, right);
                    if (example.ArePair(left.Key, right.Key)) trainer.Add(features.ToArray(), 1, weight);
                    else negatives.Add(features.ToArray());
                }

                random.Shuffle(negatives);
                foreach (var negative in negatives.Take(NegativePairs)) trainer.Add(negative, 0, weight);
            }
        }

        return trainer.Fit();
    }
}
