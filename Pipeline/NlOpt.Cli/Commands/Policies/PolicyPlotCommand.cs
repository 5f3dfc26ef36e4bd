using System.CommandLine;

namespace NlOpt.Cli.Commands.Policies;

/// <summary><c>nlopt policy plot</c>: pictures and a report of what trainings and evaluations wrote.</summary>
internal static class PolicyPlotCommand
{
    public static Command Make(Terminal terminal)
    {
        var folders = new Argument<string[]>("DIR") { Description = "Folders with training.json, evaluation.json or both.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Folder for the pictures (SVG and PNG) and report.html.", HelpName = "DIR", Required = true };
        var command = new Command("plot", "Draw training curves, costs, generation and reservoirs of policies side by side, and write a report.") { folders, output };
        command.SetAction(parsed => new PolicyPlotting(terminal).Run([.. parsed.GetRequiredValue(folders)], parsed.GetRequiredValue(output)));
        return command;
    }
}
