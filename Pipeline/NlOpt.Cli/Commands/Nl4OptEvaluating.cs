using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding.Training;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt eval nl4opt</c>.</summary>
internal sealed class Nl4OptEvaluating(Terminal terminal, Engines engines)
{
    public int Run(Nl4OptRequest request, CancellationToken cancellationToken)
    {
        var (folds, outputFolder, other, json) = (request.Folds, request.Output, request.Compare, request.Json);
        var loaded = Load(request.Split);
        if (!loaded.TryGetValue(out var split)) return FailureScreen.Refuse(terminal, loaded.Diagnostics);
        FailureScreen.Show(terminal, loaded.Diagnostics);
        if (folds > split.Problems.Length)
        {
            FailureScreen.Say(terminal, $"--cross-validate {folds} needs at least {folds} problems; there are {split.Problems.Length}.");
            return ExitCode.Usage;
        }

        if (request.Limit is { } limit) split = split with { Problems = [.. split.Problems.Take(limit)] };

        EvaluationReport? before = null;
        if (other is not null)
        {
            var earlier = ReportFile.Read(other);
            if (!earlier.TryGetValue(out before)) return FailureScreen.Refuse(terminal, earlier.Diagnostics);
        }

        Diagnostic? stopped = null;
        var measured = request.Model is { } model
            ? new ModelEvaluating(terminal, engines).Measure(split, model, cancellationToken, out stopped)
            : Measure(split, folds, cancellationToken);
        if (!measured.TryGetValue(out var report)) return FailureScreen.Refuse(terminal, measured.Diagnostics);
        if (json) terminal.Writer.WriteLine(ReportFile.ToJson(report));
        else EvaluationScreen.Show(new Screen(terminal.Output), report);
        if (outputFolder is not null && !SavedFile.SaveReport(terminal, outputFolder, report, out var diagnostics)) return FailureScreen.Refuse(terminal, diagnostics);
        if (before is not null && Compare(before, report, json) is { } failure) return failure;
        if (report.IsComplete) return ExitCode.Done;
        if (stopped is not null)
        {
            FailureScreen.Show(terminal, [stopped]);
            FailureScreen.Say(terminal, $"stopped after {report.Items.Length} of {report.ProblemCount} problems; with --record the same command goes on from there");
            return ExitCode.Of([stopped]);
        }

        FailureScreen.Say(terminal, $"cancelled after {report.Items.Length} of {report.ProblemCount} problems");
        return ExitCode.Cancelled;
    }

    private Result<Nl4OptSplit> Load(string name)
    {
        if (!Nl4OptLoader.SplitNames.Contains(name)) return Nl4OptLoader.LoadFile(name);
        var folder = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory);
        return folder.TryGetValue(out var found) ? Nl4OptLoader.LoadSplit(found, name) : Result.Failure<Nl4OptSplit>(folder.Diagnostics);
    }

    private Result<EvaluationReport> Measure(Nl4OptSplit split, int? folds, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(terminal, "measuring");
        var options = new EvaluationOptions
        {
            Execution = new ExecutionSettings(engines.Solver.Value, engines.Solver.Value),
            Progress = step => progress.Show(step.Done, step.Total),
        };
        if (folds is not { } count) return EvaluationRun.Execute(split, ReaderSystem.For(split), options, cancellationToken);
        var generated = GeneratedTraining.Make(engines.Solver.Value, cancellationToken);
        var measured = CrossValidation.Execute(
            [split],
            count,
            null,
            fold => ReaderSystem.Trained(CrossValidation.TrainingOf([split], count, fold), generated, ReaderTraining.DefaultSeed, cancellationToken),
            options,
            cancellationToken);
        return measured.TryGetValue(out var report) ? Result.Success(report.All) : Result.Failure<EvaluationReport>(measured.Diagnostics);
    }

    private int? Compare(EvaluationReport before, EvaluationReport after, bool json)
    {
        var compared = ReportComparison.Of(before, after);
        if (!compared.TryGetValue(out var comparison)) return FailureScreen.Refuse(terminal, compared.Diagnostics);
        FailureScreen.Show(terminal, compared.Diagnostics);
        // With --json standard output holds the report alone; the comparison is for people.
        EvaluationScreen.Show(new Screen(json ? terminal.Error : terminal.Output), comparison);
        return null;
    }
}
