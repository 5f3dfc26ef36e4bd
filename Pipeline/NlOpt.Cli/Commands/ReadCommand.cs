using System.CommandLine;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt read</c>: reads a batch of problems into predictions that any script can score.</summary>
internal static class ReadCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "Problems, one {\"id\": ..., \"document\": ...} a line; - reads standard input." };
        var output = new Option<string>("--out")
        {
            Description = "Where predictions go, one a line. Predictions that are there already are kept, so that a stopped run goes on.",
            HelpName = "PREDICTIONS.jsonl",
            Required = true,
        };
        var solve = new Option<bool>("--solve") { Description = "Also solve each model." };
        var json = SharedOptions.Json();
        var command = new Command("read", "Read a batch of problems; docs/reference/predictions-jsonl.md describes the files.") { file, output, solve, json };
        command.SetAction(parsed => new BatchReading(terminal, engines).Run(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(output), parsed.GetValue(solve), parsed.GetValue(json), cancellationToken));
        return command;
    }
}
