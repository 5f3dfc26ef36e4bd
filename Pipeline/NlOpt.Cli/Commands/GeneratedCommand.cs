using System.CommandLine;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval generated</c>: measures the reader on generated problems.</summary>
internal static class GeneratedCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var file = new Argument<string>("FILE") { Description = "Problems as 'nlopt generate problems' writes them." };
        var weights = new Option<string?>("--weights") { Description = "Weights to read with; those that come with it when left out.", HelpName = "FILE" };
        var errors = new Option<string?>("--errors") { Description = "Write the wrong readings with both models.", HelpName = "FILE" };
        var json = SharedOptions.Json();
        var command = new Command("generated", "Score the reader on generated problems: whole models, by template, domain and phenomenon.") { file, weights, errors, json };
        command.SetAction(parsed => new GeneratedEvaluating(terminal, engines).Run(
            parsed.GetRequiredValue(file), parsed.GetValue(weights), parsed.GetValue(errors), parsed.GetValue(json), cancellationToken));
        return command;
    }
}
