using System.CommandLine;
using System.Globalization;

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
        var only = new Option<int[]>("--only-folds")
        {
            Description = "Measure (and train) these folds alone, for example 0,1,2: quicker, and less exact.",
            HelpName = "LIST",
            CustomParser = result => Parse(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", result.AddError),
        };
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
                parsed.GetRequiredValue(folder), parsed.GetValue(train), parsed.GetValue(folds), parsed.GetValue(only) is { Length: > 0 } list ? list : null, parsed.GetValue(acceptStale),
                parsed.GetValue(items), parsed.GetValue(output), parsed.GetValue(json)),
            cancellationToken));
        return command;
    }

    private static int[]? Parse(string list, Action<string> refuse)
    {
        var parts = list.Split(',').Select(part => (IsNumber: int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var fold), Fold: fold)).ToList();
        if (parts.TrueForAll(part => part.IsNumber)) return [.. parts.Select(part => part.Fold).Distinct()];
        refuse($"--only-folds needs whole numbers with commas between them, not '{list}'.");
        return null;
    }
}
