using System.Collections.Immutable;
using System.Security.Cryptography;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding.Training;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt train-reader</c>: the weights for use from all labelled data, those for measuring from the train split alone.</summary>
internal sealed class ReaderTrainingRun(Terminal terminal, Engines engines, int seed)
{
    private const string SourceFolder = "Formulation/NlOpt.Understanding/Weights";

    /// <summary>A file of weights and the splits it learns from.</summary>
    private sealed record Recipe(string FileName, ImmutableArray<string> Splits);

    private static readonly ImmutableArray<Recipe> Recipes =
    [
        new("reader.train.weights", ["train"]),
        new("reader.weights", ["train", "dev"]),
    ];

    public int Run(string? outputFolder, string? reportPath, int? folds, string? foldsFolder, bool json, CancellationToken cancellationToken)
    {
        if ((outputFolder ?? SourcesAbove(AppContext.BaseDirectory)) is not { } folder)
        {
            FailureScreen.Say(terminal, "this is no checkout: say with --out where the weights go.");
            return ExitCode.Usage;
        }

        var found = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory);
        if (!found.TryGetValue(out var data)) return FailureScreen.Refuse(terminal, found.Diagnostics);
        var splits = new Dictionary<string, Nl4OptSplit>(StringComparer.Ordinal);
        foreach (var name in Recipes.SelectMany(recipe => recipe.Splits).Distinct())
        {
            var loaded = Nl4OptLoader.LoadSplit(data, name);
            if (!loaded.TryGetValue(out var split)) return FailureScreen.Refuse(terminal, loaded.Diagnostics);
            splits[name] = split;
        }

        FailureScreen.Say(terminal, "generating problems to learn from ...");
        var generated = GeneratedTraining.Make(engines.Solver.Value, cancellationToken);
        var trained = new List<TrainedFile>();
        foreach (var recipe in Recipes)
        {
            var content = Train([.. recipe.Splits.Select(name => splits[name])], generated, recipe.FileName, cancellationToken);
            if (!Save(Path.Combine(folder, recipe.FileName), content, out var changed, out var diagnostics)) return FailureScreen.Refuse(terminal, diagnostics);
            trained.Add(new TrainedFile(recipe.FileName, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), changed, recipe.Splits));
        }

        EvaluationReport? measured = null;
        if (folds is { } count)
        {
            var validated = CrossValidate([.. splits.Values], generated, count, foldsFolder, cancellationToken);
            if (!validated.TryGetValue(out var reports)) return FailureScreen.Refuse(terminal, validated.Diagnostics);
            measured = reports.All;
            cancellationToken.ThrowIfCancellationRequested();
        }

        var report = new TrainingReport(seed, [.. trained], [.. splits.Values], measured);
        if (json) report.WriteJson(terminal);
        else report.Show(new Screen(terminal.Output));
        if (reportPath is null) return ExitCode.Done;
        var written = ReportFile.Write(reportPath, report.ToMarkdown());
        return written.IsSuccess ? ExitCode.Done : FailureScreen.Refuse(terminal, written.Diagnostics);
    }

    private byte[] Train(ImmutableArray<Nl4OptSplit> splits, GeneratedTraining generated, string fileName, CancellationToken cancellationToken)
    {
        FailureScreen.Say(terminal, $"training {fileName} on {string.Join(" and ", splits.Select(split => split.Name))} ...");
        return ReaderTraining.Train(
            [.. ReaderSystem.Labelled(splits.SelectMany(split => split.Problems)), .. generated.Problems],
            [.. splits.Select(split => new TrainingData("nl4opt/" + split.Name, split.Sha256)), generated.Data],
            seed,
            step => FailureScreen.Say(terminal, "  " + step),
            cancellationToken);
    }

    /// <summary>Over all splits joined; fold weights are kept where a folder is given for them.</summary>
    private Result<CrossValidationReport> CrossValidate(
        ImmutableArray<Nl4OptSplit> joined, GeneratedTraining generated, int folds, string? foldsFolder, CancellationToken cancellationToken)
    {
        Func<int, Result<EvaluationSystem>> systemOf = fold =>
            ReaderSystem.Trained(CrossValidation.TrainingOf(joined, folds, fold), generated, seed, cancellationToken);
        if (foldsFolder is not null)
        {
            var training = new FoldTraining(terminal, joined, generated, folds, seed);
            var trained = training.Run(foldsFolder, training.AllFolds, cancellationToken);
            if (!trained.TryGetValue(out var folder)) return Result.Failure<CrossValidationReport>(trained.Diagnostics);
            systemOf = fold => ReaderSystem.OfFold(folder.Load(fold));
        }

        using var progress = new ProgressLine(terminal, $"{folds}-fold cross-validation");
        var options = new EvaluationOptions
        {
            Execution = new ExecutionSettings(engines.Solver.Value, engines.Solver.Value),
            Progress = step => progress.Show(step.Done, step.Total),
        };
        return CrossValidation.Execute(joined, folds, null, systemOf, options, cancellationToken);
    }

    /// <summary>Writes a file whole, and not at all when it is there already, so that nothing is rebuilt for nothing.</summary>
    private static bool Save(string path, byte[] content, out bool changed, out ImmutableArray<Diagnostic> diagnostics)
    {
        diagnostics = [];
        changed = false;
        try
        {
            if (File.Exists(path) && content.AsSpan().SequenceEqual(File.ReadAllBytes(path))) return true;
            changed = true;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllBytes(path + ".partial", content);
            File.Move(path + ".partial", path, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            diagnostics = [Diagnostic.Error("output.unwritable", $"it cannot be written: {error.Message}", new DiagnosticLocation(Source: path))];
            return false;
        }
    }

    private static string? SourcesAbove(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
            if (File.Exists(Path.Combine(current.FullName, "NlOpt.sln"))) return Path.Combine(current.FullName, SourceFolder);
        return null;
    }
}
