using System.CommandLine;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval</c>: measures the reader on a data set.</summary>
internal static class EvalCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var split = new Option<string>("--split")
        {
            Description = "The problems: train, dev, or a JSONL file in the format of the data set.",
            HelpName = "train|dev|FILE",
            Required = true,
        };
        var folds = new Option<int?>("--cross-validate") { Description = "Train on the other folds for each of K folds, so that scores on training data mean something.", HelpName = "K" };
        var output = new Option<string?>("--out") { Description = "Write results.json and report.html into this folder.", HelpName = "DIR" };
        var compare = new Option<string?>("--compare") { Description = "Compare with the results.json of another run.", HelpName = "OTHER.json" };
        var json = SharedOptions.Json();
        var nl4opt = new Command("nl4opt", "Score the reader on NL4Opt problems, from their text alone.") { split, folds, output, compare, json };
        SharedOptions.RequireNumber(folds, count => count >= 2 && count == Math.Floor(count), "a whole number of 2 or more");
        nl4opt.SetAction(parsed => new Nl4OptEvaluating(terminal, engines).Run(
            parsed.GetRequiredValue(split), parsed.GetValue(folds), parsed.GetValue(output), parsed.GetValue(compare), parsed.GetValue(json), cancellationToken));
        return new Command("eval", "Measure the reader on a data set.") { nl4opt, CrossCommand.Make(terminal, engines, cancellationToken) };
    }
}
