using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli.Commands;

/// <summary>The recorded dialogues that can be measured fairly, with the systems that never saw their problems.</summary>
/// <param name="Splits">The data sets whose problems they are about, joined in this order.</param>
/// <param name="Dialogues">The dialogues.</param>
/// <param name="Folds">Number of folds.</param>
/// <param name="Chosen">The folds to measure; null for all.</param>
/// <param name="SystemOf">The system for a fold.</param>
internal sealed record RecordedDialogues(
    ImmutableArray<Nl4OptSplit> Splits, ImmutableArray<ProblemDialogue> Dialogues, int Folds, int[]? Chosen, Func<int, Result<EvaluationSystem>> SystemOf)
{
    /// <summary>Opens data and systems. Without a folder of folds only the dev problems are unseen, by the weights that train alone gave.</summary>
    public static Result<RecordedDialogues> Open(Terminal terminal, Engines engines, string? folder, int[]? chosen, bool acceptStale)
    {
        var loaded = JoinedSplits.Load(engines);
        if (!loaded.TryGetValue(out var splits)) return Result.Failure<RecordedDialogues>(loaded.Diagnostics);
        var dialogues = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory) is var data && data.TryGetValue(out var found)
            ? DialogueLoader.Load(found)
            : Result.Failure<ImmutableArray<ProblemDialogue>>(data.Diagnostics);
        if (!dialogues.TryGetValue(out var all)) return Result.Failure<RecordedDialogues>(dialogues.Diagnostics);
        if (folder is null)
        {
            var system = ReaderSystem.OfFold(Result.Success(ReaderWeights.TrainSplitOnly));
            return Result.Success(new RecordedDialogues(
                [splits.Single(split => split.Name == "dev")],
                [.. all.Where(dialogue => !dialogue.Id.StartsWith("train/", StringComparison.Ordinal))],
                2,
                null,
                _ => system));
        }

        var opened = FoldReaders.Open(terminal, folder, splits, acceptStale);
        return opened.TryGetValue(out var folds)
            ? Result.Success(new RecordedDialogues(splits, all, folds.Recipe.Folds, chosen, fold => ReaderSystem.OfFold(folds.Load(fold))))
            : Result.Failure<RecordedDialogues>(opened.Diagnostics);
    }
}
