using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding.Training;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt eval cross</c>.</summary>
internal sealed class CrossEvaluating(Terminal terminal, Engines engines)
{
    public int Run(CrossRequest request, CancellationToken cancellationToken)
    {
        var loaded = JoinedSplits.Load(engines);
        if (!loaded.TryGetValue(out var splits)) return Refuse(loaded.Diagnostics);
        FailureScreen.Show(terminal, loaded.Diagnostics);
        if (request.Train && !AreFolds(request.Only, request.Folds)) return ExitCode.Usage;
        var folds = request.Train
            ? Train(request, splits, cancellationToken)
            : FoldReaders.Open(terminal, request.Folder, splits, request.AcceptStale);
        if (!folds.TryGetValue(out var folder)) return Refuse(folds.Diagnostics);
        if (!AreFolds(request.Only, folder.Recipe.Folds)) return ExitCode.Usage;
        var measured = Measure(splits, folder, request.Only, cancellationToken);
        if (!measured.TryGetValue(out var report)) return Refuse(measured.Diagnostics);
        Show(report, request.Json);
        if (request.Items is { } items && !Save(items, ItemLines.Of(report.Parts), out var diagnostics)) return Refuse(diagnostics);
        if (request.Output is { } output && !Save(report.All, output, out diagnostics)) return Refuse(diagnostics);
        if (report.All.IsComplete) return ExitCode.Done;
        FailureScreen.Say(terminal, $"cancelled after {report.All.Items.Length} of {report.All.ProblemCount} problems");
        return ExitCode.Cancelled;
    }

    private bool AreFolds(int[]? only, int folds)
    {
        if (Array.TrueForAll(only ?? [], fold => fold < folds)) return true;
        FailureScreen.Say(terminal, $"--only-folds {string.Join(',', only!)}: of {folds} folds the last is {folds - 1}.");
        return false;
    }

    private Result<FoldFolder> Train(CrossRequest request, ImmutableArray<Nl4OptSplit> splits, CancellationToken cancellationToken)
    {
        var training = new FoldTraining(terminal, splits, GeneratedTraining.Make(engines.Solver.Value, cancellationToken), request.Folds, ReaderTraining.DefaultSeed);
        return training.Run(request.Folder, request.Only ?? [.. training.AllFolds], cancellationToken);
    }

    private Result<CrossValidationReport> Measure(
        ImmutableArray<Nl4OptSplit> splits, FoldFolder folder, int[]? only, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(terminal, "measuring");
        var options = new EvaluationOptions
        {
            Execution = new ExecutionSettings(engines.Solver.Value, engines.Solver.Value),
            Progress = step => progress.Show(step.Done, step.Total),
        };
        return CrossValidation.Execute(
            splits, folder.Recipe.Folds, only, fold => ReaderSystem.OfFold(folder.Load(fold)), options, cancellationToken);
    }

    private void Show(CrossValidationReport report, bool json)
    {
        if (json)
        {
            terminal.Writer.WriteLine(ReportFile.ToJson(report));
            return;
        }

        var screen = new Screen(terminal.Output);
        EvaluationScreen.Show(screen, report.All);
        foreach (var part in report.Parts.Where(part => part.Items.Length > 0)) EvaluationScreen.ShowPart(screen, part);
    }

    private bool Save(EvaluationReport report, string folder, out ImmutableArray<Diagnostic> diagnostics) =>
        Save(Path.Combine(folder, "results.json"), ReportFile.ToJson(report), out diagnostics)
        && Save(Path.Combine(folder, "report.html"), HtmlReport.Of(report), out diagnostics);

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
