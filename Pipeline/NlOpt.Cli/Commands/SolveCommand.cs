using System.CommandLine;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt solve</c>: a problem in words, or a model file, to the best plan with its reasons.</summary>
internal static class SolveCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A problem in plain words, or a model by its extension (.lp, .mps, .json); - reads words from standard input.",
        };
        var model = new Option<string?>("--model") { Description = "Print the model as lp, mps, json or latex instead of solving it.", HelpName = "FORMAT" };
        model.AcceptOnlyFromAmong("lp", "mps", "json", "latex");
        var json = SharedOptions.Json();
        var timeLimit = SharedOptions.TimeLimit("Stop after that many seconds with the best plan so far.");
        var integer = new Option<bool>("--integer") { Description = "Treat every amount as a whole number." };
        var continuous = new Option<bool>("--continuous") { Description = "Treat every amount as divisible." };
        var explain = new Option<bool>("--explain") { Description = "Also show how sure the reader is, and what became of every number of the text." };
        var command = new Command("solve", "Solve a problem told in plain words, or a model file.") { file, model, json, timeLimit, integer, continuous, explain };
        SharedOptions.Exclude(command, integer, continuous);
        command.SetAction(parsed =>
        {
            var kinds = SharedOptions.KindsOf(parsed, integer, continuous);
            var options = new SolveOptions { TimeLimit = parsed.GetValue(timeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
            var request = new SolveRequest(
                parsed.GetRequiredValue(file), parsed.GetValue(model), parsed.GetValue(json), parsed.GetValue(explain), kinds, options);
            return ModelFormat.ForPath(request.Path) is { } format
                ? new ModelSolving(terminal, engines, request).Run(format, cancellationToken)
                : new ProblemSolving(terminal, engines, request).Run(cancellationToken);
        });
        return command;
    }
}
