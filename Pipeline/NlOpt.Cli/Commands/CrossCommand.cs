using System.CommandLine;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval cross</c>: measures by cross-validation over the train and dev splits of NL4Opt joined, with fold weights kept in a folder.</summary>
internal static class CrossCommand
{
    private const int DefaultFolds = 10;

    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var folder = SharedOptions.FoldsFolder();
        var train = new Option<bool>("--train") { Description = "First train the folds whose weights are missing or were trained otherwise." };
        var folds = new Option<int>("--folds")
        {
            Description = "How many folds to train for; 10 when left out. Problem i of the joined list belongs to fold i modulo K.",
            DefaultValueFactory = _ => DefaultFolds,
            HelpName = "K",
        };
        SharedOptions.RequireNumber(folds, count => count >= 2 && count == Math.Floor(count), "a whole number of 2 or more");
        var only = SharedOptions.OnlyFolds();
        var acceptStale = SharedOptions.AcceptStale();
        var items = new Option<string?>("--items") { Description = "Write a line a problem as JSONL: fold, right or not, confidence, first error, questions.", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "Write results.json and report.html into this folder.", HelpName = "DIR" };
        var json = SharedOptions.Json();
        var command = new Command("cross", "Score the reader by cross-validation over the train and dev splits of NL4Opt joined.")
        {
            folder, train, folds, only, acceptStale, items, output, json,
        };
        command.SetAction(parsed => new CrossEvaluating(terminal, engines).Run(
            new CrossRequest(
                parsed.GetRequiredValue(folder), parsed.GetValue(train), parsed.GetValue(folds), SharedOptions.Folds(parsed, only), parsed.GetValue(acceptStale),
                parsed.GetValue(items), parsed.GetValue(output), parsed.GetValue(json)),
            cancellationToken));
        return command;
    }
}
