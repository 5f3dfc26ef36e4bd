using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using NlOpt.Understanding.Training;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli;

/// <summary>The embedded reader as the evaluation knows it: with the weights that fit the question, and trained anew for each fold.</summary>
internal static class ReaderSystem
{
    /// <summary>
    /// The reader to measure on a split: the everyday one, unless it was trained on just these problems; then the one trained on the train
    /// split alone. When both were, the report is labelled in-sample.
    /// </summary>
    public static EvaluationSystem For(Nl4OptSplit split)
    {
        var everyday = ReaderWeights.Default;
        if (!WasTrainedOn(everyday, split)) return Of(everyday);
        var measuring = ReaderWeights.TrainSplitOnly;
        return Of(WasTrainedOn(measuring, split) ? everyday : measuring);
    }

    /// <summary>A reader trained on some problems and the generated ones.</summary>
    public static Result<EvaluationSystem> Trained(
        IEnumerable<Nl4OptProblem> problems, GeneratedTraining generated, int seed, CancellationToken cancellationToken) =>
        OfFold(ReaderWeights.Load(new MemoryStream(
            ReaderTraining.Train([.. Labelled(problems), .. generated.Problems], [], seed, cancellationToken: cancellationToken))));

    /// <summary>The reader of one fold.</summary>
    public static Result<EvaluationSystem> OfFold(Result<ReaderWeights> weights) => weights.TryGetValue(out var loaded)
        ? Result.Success(Of(loaded) with { Name = "embedded reader, trained for each fold", TrainingChecksums = [] })
        : Result.Failure<EvaluationSystem>(weights.Diagnostics);

    /// <summary>What the reader learns from; problems whose labels are unreadable are left out, those whose labels are known to be wrong are marked.</summary>
    public static ImmutableArray<LabelledProblem> Labelled(IEnumerable<Nl4OptProblem> problems) =>
        [.. problems.Select(Nl4OptLabels.Of).OfType<LabelledProblem>().Select(problem => problem with { IsMislabelled = Errata.Nl4Opt.Find(problem.Id) is not null })];

    private static EvaluationSystem Of(ReaderWeights weights) => new($"embedded reader {weights.Sha256[..8]}", new EmbeddedReader(weights))
    {
        TrainingChecksums = [.. weights.TrainedOn.Select(data => data.Sha256)],
    };

    private static bool WasTrainedOn(ReaderWeights weights, Nl4OptSplit split) => weights.TrainedOn.Any(data => data.Sha256 == split.Sha256);
}
