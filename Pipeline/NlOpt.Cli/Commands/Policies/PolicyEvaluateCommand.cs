using System.CommandLine;

namespace NlOpt.Cli.Commands.Policies;

/// <summary><c>nlopt policy evaluate</c>: what a policy costs on scenarios it has not seen.</summary>
internal static class PolicyEvaluateCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var policy = new Argument<string>("POLICY") { Description = "The folder of a training, an .onnx file, or the word myopic or foresight." };
        var caseName = PolicyOptions.Case("The problem; that of the training when left out.");
        var protocol = PolicyOptions.Protocol();
        var columns = PolicyOptions.Columns();
        var scenarios = PolicyOptions.Scenarios();
        var seed = PolicyOptions.Seed("Decides the scenarios drawn; 1 when left out.");
        var threads = PolicyOptions.Threads();
        var output = new Option<string?>("--out") { Description = "Folder for evaluation.json; that of the training when left out.", HelpName = "DIR" };
        var json = SharedOptions.Json();
        var command = new Command("evaluate", "Simulate a policy on frozen scenarios, every stage by an exact linear program.")
        {
            policy, caseName, protocol, columns, scenarios, seed, threads, output, json,
        };
        PolicyOptions.CheckScenarios(command, protocol, columns, scenarios, seed);
        command.SetAction(parsed => new PolicyEvaluating(terminal, engines).Run(
            parsed.GetRequiredValue(policy),
            parsed.GetValue(caseName),
            new ScenarioChoice(parsed.GetValue(protocol), parsed.GetValue(columns), parsed.GetValue(scenarios), parsed.GetValue(seed)),
            parsed.GetValue(threads) ?? Environment.ProcessorCount,
            parsed.GetValue(output),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }
}
