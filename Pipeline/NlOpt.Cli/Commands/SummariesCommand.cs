using System.CommandLine;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval summaries</c>: measures the reader on summaries that agents gave of NL4Opt problems.</summary>
internal static class SummariesCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var folder = new Option<string?>("--folds-dir")
        {
            Description = "Folder with the weights of the folds. When left out, only summaries of dev problems are read, with the weights trained on train alone.",
            HelpName = "DIR",
        };
        var only = SharedOptions.OnlyFolds();
        var acceptStale = SharedOptions.AcceptStale();
        var read = new Option<string>("--read")
        {
            Description = "What is read of a dialogue: its last summary, all that was said without it, or all with it.",
            DefaultValueFactory = _ => SummariesEvaluating.Summary,
        };
        read.AcceptOnlyFromAmong(SummariesEvaluating.Summary, SummariesEvaluating.Conversation, SummariesEvaluating.Both);
        var items = new Option<string?>("--items") { Description = "Write a line a summary as JSONL.", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "Write results.json and report.html on all summaries into this folder.", HelpName = "DIR" };
        var json = SharedOptions.Json();
        var command = new Command("summaries", "Score the reader on summaries of dialogues, each with the fold that never saw its problem.")
        {
            folder, only, acceptStale, read, items, output, json,
        };
        command.SetAction(parsed => new SummariesEvaluating(terminal, engines).Run(
            new SummariesRequest(
                parsed.GetValue(folder), SharedOptions.Folds(parsed, only), parsed.GetValue(acceptStale), parsed.GetRequiredValue(read), parsed.GetValue(items),
                parsed.GetValue(output), parsed.GetValue(json)),
            cancellationToken));
        return command;
    }
}
