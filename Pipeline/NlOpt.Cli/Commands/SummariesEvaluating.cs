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
    public int Run(SummariesRequest request, CancellationToken cancellationToken)
    {
        var measured = Measure(request, cancellationToken);
        if (!measured.TryGetValue(out var report)) return Refuse(measured.Diagnostics);
        if (request.Json) terminal.Writer.WriteLine(ReportFile.ToJson(report));
        else Show(new Screen(terminal.Output), report);
        if (request.Items is { } items && !Save(items, ItemLines.Of([report.All]), out var diagnostics)) return Refuse(diagnostics);
        if (request.Output is not { } output) return ExitCode.Done;
        return Save(Path.Combine(output, "results.json"), ReportFile.ToJson(report.All), out diagnostics)
            && Save(Path.Combine(output, "report.html"), HtmlReport.Of(report.All), out diagnostics)
            ? ExitCode.Done
            : Refuse(diagnostics);
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
        if (request.Folder is null)
        {
            // Without folds only the dev problems are unseen, by the weights that train alone gave.
            var dev = splits.Single(split => split.Name == "dev");
            var system = ReaderSystem.OfFold(Result.Success(ReaderWeights.TrainSplitOnly));
            return SummaryEvaluation.Execute(
                [dev], all.Where(dialogue => !dialogue.Id.StartsWith("train/", StringComparison.Ordinal)), 2, null, _ => system, options, cancellationToken);
        }

        var opened = FoldReaders.Open(terminal, request.Folder, splits, request.AcceptStale);
        return opened.TryGetValue(out var folder)
            ? SummaryEvaluation.Execute(
                splits, all, folder.Recipe.Folds, request.Only, fold => ReaderSystem.OfFold(folder.Load(fold)), options, cancellationToken)
            : Result.Failure<SummaryReport>(opened.Diagnostics);
    }

    private static void Show(Screen screen, SummaryReport report)
    {
        EvaluationScreen.Show(screen, report.All);
        foreach (var part in new[] { report.AllStatements, report.Best, report.BestStatements }) EvaluationScreen.ShowPart(screen, part);
    }

    private bool Save(string file, string text, out ImmutableArray<Diagnostic> diagnostics)
    {
        var written = ReportFile.Write(file, text);
        diagnostics = written.Diagnostics;
        if (!written.TryGetValue(out var path)) return false;
        FailureScreen.Say(terminal, $"wrote {path}");
        return true;
    }

    private int Refuse(ImmutableArray<Diagnostic> diagnostics)
    {
        FailureScreen.Show(terminal, diagnostics);
        return ExitCode.Of(diagnostics);
    }
}
