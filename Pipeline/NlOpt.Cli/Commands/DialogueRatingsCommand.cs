using System.Collections.Immutable;
using System.CommandLine;
using NlOpt.Cli.Screens;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Evaluation;
using NlOpt.Modeling;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval dialogue-ratings</c>: compares our measures of summaries with recorded scores and with the ratings of people.</summary>
internal static class DialogueRatingsCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var seed = new Option<int>("--seed")
        {
            Description = "Another seed draws other resamples for the intervals.",
            DefaultValueFactory = _ => 1,
            HelpName = "S",
        };
        SharedOptions.RequireNumber(
            seed, number => number is >= 0 and <= int.MaxValue && number == Math.Floor(number), "a whole number of 0 or more");
        var json = SharedOptions.Json();
        var command = new Command("dialogue-ratings", "Compare the measures of summaries with recorded scores and with what people thought.")
        {
            seed,
            json,
        };
        command.SetAction(parsed => Run(terminal, engines, parsed.GetValue(seed), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static int Run(Terminal terminal, Engines engines, int seed, bool json, CancellationToken cancellationToken)
    {
        var measured = Measure(engines, seed, cancellationToken);
        if (!measured.TryGetValue(out var report)) return FailureScreen.Refuse(terminal, measured.Diagnostics);
        if (json) terminal.Writer.WriteLine(ReportFile.ToJson(report));
        else DialogueRatingScreen.Show(new Screen(terminal.Output), report);
        return ExitCode.Done;
    }

    private static Result<DialogueRatingReport> Measure(Engines engines, int seed, CancellationToken cancellationToken)
    {
        var loaded = JoinedSplits.Load(engines);
        if (!loaded.TryGetValue(out var splits)) return Result.Failure<DialogueRatingReport>(loaded.Diagnostics);
        var folder = DataFolder.Find(engines.ConfiguredData, AppContext.BaseDirectory);
        var dialogues = folder.TryGetValue(out var found)
            ? DialogueLoader.Load(found)
            : Result.Failure<ImmutableArray<ProblemDialogue>>(folder.Diagnostics);
        return dialogues.TryGetValue(out var all)
            ? DialogueRatingEvaluation.Execute(
                splits.SelectMany(split => split.Problems), all, new BootstrapOptions { Seed = seed }, cancellationToken)
            : Result.Failure<DialogueRatingReport>(dialogues.Diagnostics);
    }
}
