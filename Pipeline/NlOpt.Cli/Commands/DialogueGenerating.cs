using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Datasets.Generation;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt dialogue generate</c>.</summary>
internal sealed class DialogueGenerating(Terminal terminal, Engines engines)
{
    /// <summary>What names the published dev split instead of a file.</summary>
    public const string DevSplit = "nl4opt-dev";

    public int Run(string problems, DialogueGenerationOptions options, string folder, CancellationToken cancellationToken)
    {
        var isDev = problems == DevSplit;
        var loaded = isDev ? Dev() : File(problems);
        if (!loaded.TryGetValue(out var hidden)) return FailureScreen.Refuse(terminal, loaded.Diagnostics);
        var reader = new NoteReader(isDev ? ReaderWeights.TrainSplitOnly : ReaderWeights.Default);
        Result<string> made;
        using (var progress = new ProgressLine(terminal, "talking"))
            made = DialogueGeneration.Execute(hidden, reader, options, folder, done => progress.Show(done, options.Count), cancellationToken);
        if (!made.TryGetValue(out var path)) return FailureScreen.Refuse(terminal, made.Diagnostics);
        terminal.Writer.WriteLine($"{options.Count} conversations about {hidden.Length} problems are in {path}");
        return ExitCode.Done;
    }

    private static Result<ImmutableArray<NamedProblem>> File(string path)
    {
        var loaded = GeneratedProblemFile.Load(path);
        if (!loaded.TryGetValue(out var file)) return Result.Failure<ImmutableArray<NamedProblem>>(loaded.Diagnostics);
        return file.Problems.IsEmpty
            ? Result.Failure<ImmutableArray<NamedProblem>>(
                Diagnostic.Error("data.empty", "the file holds no problem", new DiagnosticLocation(Source: path)))
            : Result.Success(HiddenProblemFile.Of(file));
    }

    private Result<ImmutableArray<NamedProblem>> Dev()
    {
        var loaded = JoinedSplits.Load(engines);
        return loaded.TryGetValue(out var splits)
            ? Result.Success(HiddenProblemFile.Of(splits[^1]))
            : Result.Failure<ImmutableArray<NamedProblem>>(loaded.Diagnostics);
    }
}
