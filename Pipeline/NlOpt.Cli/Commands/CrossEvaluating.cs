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
        if (!loaded.TryGetValue(out var splits)) return FailureScreen.Refuse(terminal, loaded.Diagnostics);
        FailureScreen.Show(terminal, loaded.Diagnostics);
        if (request.Train && !AreFolds(request.Only, request.Folds)) return ExitCode.Usage;
        var folds = request.Train
            ? Train(request, splits, cancellationToken)
            : FoldReaders.Open(terminal, request.Folder, splits, request.AcceptStale);
        if (!folds.TryGetValue(out var folder)) return FailureScreen.Refuse(terminal, folds.Diagnostics);
        if (!AreFolds(request.Only, folder.Recipe.Folds)) return ExitCode.Usage;
        var measured = Measure(splits, folder, request.Only, cancellationToken);
        if (!measured.TryGetValue(out var report)) return FailureScreen.Refuse(terminal, measured.Diagnostics);
        Show(report, request.Json);
        if (request.Items is { } items && !SavedFile.Save(terminal, items, ItemLines.Of(report.Parts), out var diagnostics)) return FailureScreen.Refuse(terminal, diagnostics);
        if (request.Output is { } output && !SavedFile.SaveReport(terminal, output, report.All, out diagnostics)) return FailureScreen.Refuse(terminal, diagnostics);
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
}
