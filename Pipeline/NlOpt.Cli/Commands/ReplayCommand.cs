using System.CommandLine;
using NlOpt.Cli.Screens;
using NlOpt.Evaluation;
using NlOpt.Modeling;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval replay</c>: hears recorded dialogues message by message and measures how what is understood converges.</summary>
internal static class ReplayCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var folder = new Option<string?>("--folds-dir")
        {
            Description = "Folder with the weights of the folds. When left out, only dialogues of dev problems are heard, with the weights trained on train alone.",
            HelpName = "DIR",
        };
        var only = SharedOptions.OnlyFolds();
        var acceptStale = SharedOptions.AcceptStale();
        var json = SharedOptions.Json();
        var command = new Command("replay", "Hear recorded dialogues message by message and compare what is understood with the labels.")
        {
            folder, only, acceptStale, json,
        };
        command.SetAction(parsed => Run(
            terminal,
            RecordedDialogues.Open(terminal, engines, parsed.GetValue(folder), SharedOptions.Folds(parsed, only), parsed.GetValue(acceptStale)),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static int Run(Terminal terminal, Result<RecordedDialogues> opened, bool json, CancellationToken cancellationToken)
    {
        if (!opened.TryGetValue(out var recorded)) return FailureScreen.Refuse(terminal, opened.Diagnostics);
        using var progress = new ProgressLine(terminal, "listening");
        var replayed = DialogueReplay.Execute(
            recorded.Splits,
            recorded.Dialogues,
            recorded.Folds,
            recorded.Chosen,
            recorded.SystemOf,
            new EvaluationOptions { Progress = step => progress.Show(step.Done, step.Total) },
            cancellationToken);
        if (!replayed.TryGetValue(out var report)) return FailureScreen.Refuse(terminal, replayed.Diagnostics);
        if (json) terminal.Writer.WriteLine(ReportFile.ToJson(report));
        else ReplayScreen.Show(new Screen(terminal.Output), report);
        return ExitCode.Done;
    }
}
