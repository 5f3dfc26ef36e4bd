using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding.Training;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli;

/// <summary>Trains the weights of the folds of a cross-validation, as far as a folder does not hold them yet.</summary>
/// <param name="terminal">Is told how it goes.</param>
/// <param name="splits">The data sets, joined in this order.</param>
/// <param name="generated">Learned from in every fold besides.</param>
/// <param name="folds">Number of folds.</param>
/// <param name="seed">The seed of each training.</param>
internal sealed class FoldTraining(Terminal terminal, ImmutableArray<Nl4OptSplit> splits, GeneratedTraining generated, int folds, int seed)
{
    // A training has phases that keep one core busy only, so that two at once finish sooner; more would only need more memory.
    private const int AtOnce = 2;

    /// <summary>What the weights of this training depend on.</summary>
    public FoldRecipe Recipe { get; } = new(
        folds, seed, ReaderTraining.SourceChecksum, [.. splits.Select(split => new TrainingData("nl4opt/" + split.Name, split.Sha256)), generated.Data]);

    /// <summary>Every fold.</summary>
    public ImmutableArray<int> AllFolds { get; } = [.. Enumerable.Range(0, folds)];

    /// <summary>Trains what is missing.</summary>
    /// <param name="path">The folder; weights of another recipe in it are replaced.</param>
    /// <param name="chosen">The folds that are wanted.</param>
    /// <param name="cancellationToken">Stops it; finished folds stay.</param>
    /// <returns>The folder, or why it cannot be written.</returns>
    public Result<FoldFolder> Run(string path, IReadOnlyCollection<int> chosen, CancellationToken cancellationToken)
    {
        var folder = FoldFolder.Empty(path, Recipe);
        if (FoldFolder.Open(path).TryGetValue(out var found))
        {
            var differences = Recipe.DifferencesFrom(found.Recipe);
            if (differences.IsEmpty) folder = found;
            else FailureScreen.Say(terminal, $"the fold weights in {path} are replaced: {string.Join(", ", differences)}");
        }

        var missing = chosen.Where(fold => !folder.Load(fold).IsSuccess).Order().ToList();
        var errors = ImmutableArray<Diagnostic>.Empty;
        var writing = new Lock();
        Parallel.ForEach(missing, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, fold =>
        {
            FailureScreen.Say(terminal, $"training fold {fold} of {folds} ...");
            var weights = Train(CrossValidation.TrainingOf(splits, folds, fold), cancellationToken);
            lock (writing)
            {
                var saved = folder.Save(fold, weights);
                if (saved.TryGetValue(out var next)) folder = next;
                else errors = saved.Diagnostics;
            }
        });
        return errors.IsEmpty ? Result.Success(folder) : Result.Failure<FoldFolder>(errors);
    }

    private byte[] Train(ImmutableArray<Nl4OptProblem> problems, CancellationToken cancellationToken) =>
        ReaderTraining.Train([.. ReaderSystem.Labelled(problems), .. generated.Problems], Recipe.Data, seed, cancellationToken: cancellationToken);
}
