using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt eval summaries</c>.</summary>
internal sealed class SummariesEvaluating(Terminal terminal, Engines engines)
{
    public const string Summary = "summary", Conversation = "conversation", Both = "both";

    public int Run(SummariesRequest request, CancellationToken cancellationToken)
    {
        var measured = Measure(request, cancellationToken);
        if (!measured.TryGetValue(out var report)) return FailureScreen.Refuse(terminal, measured.Diagnostics);
        if (request.Json) terminal.Writer.WriteLine(ReportFile.ToJson(report));
        else Show(new Screen(terminal.Output), report);
        if (request.Items is { } items && !SavedFile.Save(terminal, items, ItemLines.Of([report.All]), out var diagnostics)) return FailureScreen.Refuse(terminal, diagnostics);
        if (request.Output is not { } output) return ExitCode.Done;
        return SavedFile.SaveReport(terminal, output, report.All, out diagnostics)
            ? ExitCode.Done
            : FailureScreen.Refuse(terminal, diagnostics);
    }

    private Result<SummaryReport> Measure(SummariesRequest request, CancellationToken cancellationToken)
    {
        var loaded = JoinedSplits.Load(engines);
        if (!loaded.TryGetValue(out var splits)) return Result.Failure<SummaryReport>(loaded.Diagnostics);
        var dialogues = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory) is var data && data.TryGetValue(out var found)
            ? DialogueLoader.Load(found)
            : Result.Failure<ImmutableArray<ProblemDialogue>>(data.Diagnostics);
        if (!dialogues.TryGetValue(out var all)) return Result.Failure<SummaryReport>(dialogues.Diagnostics);
        using var progress = new ProgressLine(terminal, "measuring");
        var options = new EvaluationOptions
        {
            Execution = new ExecutionSettings(engines.Solver.Value, engines.Solver.Value),
            Progress = step => progress.Show(step.Done, step.Total),
        };
        Func<ProblemDialogue, string?> textOf = request.Read switch
        {
            Conversation => dialogue => RecordedConversation.Text(dialogue, withSummary: false),
            Both => dialogue => RecordedConversation.Text(dialogue, withSummary: true),
            _ => dialogue => dialogue.Summary,
        };
        if (request.Folder is null)
        {
            // Without folds only the dev problems are unseen, by the weights that train alone gave.
            var dev = splits.Single(split => split.Name == "dev");
            var system = ReaderSystem.OfFold(Result.Success(ReaderWeights.TrainSplitOnly));
            return SummaryEvaluation.Execute(
                [dev], all.Where(dialogue => !dialogue.Id.StartsWith("train/", StringComparison.Ordinal)), 2, null, _ => system, options, textOf, cancellationToken);
        }

        var opened = FoldReaders.Open(terminal, request.Folder, splits, request.AcceptStale);
        return opened.TryGetValue(out var folder)
            ? SummaryEvaluation.Execute(
                splits, all, folder.Recipe.Folds, request.Only, fold => ReaderSystem.OfFold(folder.Load(fold)), options, textOf, cancellationToken)
            : Result.Failure<SummaryReport>(opened.Diagnostics);
    }

    private static void Show(Screen screen, SummaryReport report)
    {
        EvaluationScreen.Show(screen, report.All);
        foreach (var part in new[] { report.AllStatements, report.Best, report.BestStatements }) EvaluationScreen.ShowPart(screen, part);
    }
}
