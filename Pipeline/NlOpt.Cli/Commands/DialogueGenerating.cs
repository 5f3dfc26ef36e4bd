using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Cli.LanguageModels;
using NlOpt.Cli.Screens;
using NlOpt.Datasets.Generation;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Dialogue.Simulation.LanguageModels;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt dialogue generate</c>.</summary>
/// <param name="terminal">Where it is told.</param>
/// <param name="engines">Where data and configuration are.</param>
/// <param name="isAgentAModel">Whether a language model asks.</param>
/// <param name="isUserAModel">Whether a language model answers.</param>
/// <param name="model">The language model; null for the configured one.</param>
internal sealed class DialogueGenerating(Terminal terminal, Engines engines, bool isAgentAModel, bool isUserAModel, string? model)
{
    /// <summary>What names the published dev split instead of a file.</summary>
    public const string DevSplit = "nl4opt-dev";

    public int Run(string problems, DialogueGenerationOptions options, string folder, CancellationToken cancellationToken)
    {
        var isDev = problems == DevSplit;
        var loaded = isDev ? Dev() : File(problems);
        if (!loaded.TryGetValue(out var hidden)) return FailureScreen.Refuse(terminal, loaded.Diagnostics);
        var reader = new NoteReader(isDev ? ReaderWeights.TrainSplitOnly : ReaderWeights.Default);
        return isAgentAModel || isUserAModel
            ? TalkWithModel(hidden, reader, options, folder, cancellationToken)
            : Talk(hidden, DialogueEngines.Embedded(reader), options, folder, cancellationToken);
    }

    private int TalkWithModel(
        ImmutableArray<NamedProblem> problems, NoteReader reader, DialogueGenerationOptions options, string folder,
        CancellationToken cancellationToken)
    {
        var opened = CommandModel.Open(engines, model);
        if (!opened.TryGetValue(out var languageModel)) return FailureScreen.Refuse(terminal, opened.Diagnostics);
        using (languageModel)
        {
            var talking = DialogueEngines.Embedded(reader);
            if (isAgentAModel)
            {
                talking = talking with { Agent = () => new LanguageModelAgent(languageModel.Kernel, reader) };
                options = options with { Agent = "model " + languageModel.Name };
            }

            if (isUserAModel)
            {
                talking = talking with { User = (problem, seed, _) => new LanguageModelUser(languageModel.Kernel, problem, seed) };
                options = options with { User = "model " + languageModel.Name };
            }

            var exitCode = Talk(problems, talking, options, folder, cancellationToken);
            var used = languageModel.Used;
            var cost = string.Create(CultureInfo.InvariantCulture, $"{used.Calls} calls, {used.Tokens} tokens");
            FailureScreen.Say(terminal, $"{languageModel.Name}: {cost}");
            return exitCode;
        }
    }

    private int Talk(
        ImmutableArray<NamedProblem> problems, DialogueEngines talking, DialogueGenerationOptions options, string folder,
        CancellationToken cancellationToken)
    {
        Result<string> made;
        using (var progress = new ProgressLine(terminal, "talking"))
            made = DialogueGeneration.Execute(problems, talking, options, folder, done => progress.Show(done, options.Count), cancellationToken);
        if (!made.TryGetValue(out var path)) return FailureScreen.Refuse(terminal, made.Diagnostics);
        FailureScreen.Show(terminal, made.Diagnostics);
        terminal.Writer.WriteLine($"{options.Count} conversations about {problems.Length} problems are in {path}");
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
