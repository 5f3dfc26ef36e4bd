using System.CommandLine;

namespace NlOpt.Cli.Commands.Policies;

/// <summary><c>nlopt policy compare</c>: policies on the same scenarios, in pairs.</summary>
internal static class PolicyCompareCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var policies = new Argument<string[]>("POLICY")
        {
            Description = "Folders of trainings, .onnx files, and the words myopic and foresight.",
            Arity = ArgumentArity.OneOrMore,
        };
        var baseline = new Option<string?>("--baseline") { Description = "The policy that the others are held against; the first when left out.", HelpName = "POLICY" };
        var caseName = PolicyOptions.Case("The problem; that of the trainings when left out.");
        var protocol = PolicyOptions.Protocol();
        var columns = PolicyOptions.Columns();
        var scenarios = PolicyOptions.Scenarios();
        var seed = PolicyOptions.Seed("Decides the scenarios drawn; 1 when left out.");
        var threads = PolicyOptions.Threads();
        var output = new Option<string?>("--out") { Description = "Write comparison.json into this folder.", HelpName = "DIR" };
        var json = SharedOptions.Json();
        var command = new Command("compare", "Compare policies on the same scenarios, in pairs.")
        {
            policies, baseline, caseName, protocol, columns, scenarios, seed, threads, output, json,
        };
        PolicyOptions.CheckScenarios(command, protocol, columns, scenarios, seed);
        command.SetAction(parsed => new PolicyComparing(terminal, engines).Run(
            [.. parsed.GetRequiredValue(policies)],
            parsed.GetValue(baseline),
            parsed.GetValue(caseName),
            new ScenarioChoice(parsed.GetValue(protocol), parsed.GetValue(columns), parsed.GetValue(scenarios), parsed.GetValue(seed)),
            parsed.GetValue(threads) ?? Environment.ProcessorCount,
            parsed.GetValue(output),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }
}
