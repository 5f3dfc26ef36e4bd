using System.Collections.Immutable;
using System.CommandLine;

namespace NlOpt.Cli.Commands.Policies;

/// <summary><c>nlopt policy train</c>: trains a policy into a folder.</summary>
internal static class PolicyTrainCommand
{
    private const int MostUpdates = 100_000_000;
    private const double MostMinutes = 1e5;

    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var caseName = PolicyOptions.Case("The problem: " + PolicyCase.Forms + ".");
        var method = new Option<string?>("--method")
        {
            Description = "tsddr: a network sets targets (default); tsldr: the same with a linear rule; sddp: cuts below the cost to go, with a bound.",
            HelpName = "tsddr|tsldr|sddp",
        };
        method.AcceptOnlyFromAmong("tsddr", "tsldr", "sddp");
        var output = new Option<string>("--out") { Description = "Folder for the policy, the training curve, the checkpoint and a report.", HelpName = "DIR", Required = true };
        var minutes = new Option<double?>("--minutes") { Description = "Longest time, earlier sessions of a resumed training included.", HelpName = "M" };
        SharedOptions.RequireNumber(minutes, number => number is > 0 and <= MostMinutes, "a number of minutes above 0");
        var updates = new Option<int?>("--updates", "--iterations") { Description = "Most updates of the network, or iterations of SDDP.", HelpName = "N" };
        PolicyOptions.RequireWhole(updates, MostUpdates);
        var seed = PolicyOptions.Seed("Decides every random draw; 0 when left out.");
        var threads = PolicyOptions.Threads();
        var resume = new Option<bool>("--resume") { Description = "Go on from the checkpoint in the folder; what is not said again stays as it was." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace a training that the folder holds." };
        var settings = new[]
        {
            Setting(TrainerChoice.Network, "\"mlp 64,64\"", "tsddr: the network: linear, mlp SIZES, lstm SIZES, or lstm SIZES head SIZES; mlp 64,64 when left out."),
            Setting(TrainerChoice.Targets, "strict|penalised", "tsddr, tsldr: targets made reachable (default), or targets that may be missed at a price, as in the paper."),
            Setting(TrainerChoice.Window, "N", "With penalised targets: solve windows of N stages instead of the whole horizon."),
            Setting(TrainerChoice.Risk, "MEASURE", "sddp: expectation (default), worst-case, avar(TAIL), or such as \"0.5 expectation + 0.5 avar(0.1)\"."),
            Setting(TrainerChoice.Cuts, "single|multiple", "sddp: one cut a state visited (default), or one an outcome."),
            Setting(TrainerChoice.Paths, "N", "sddp: paths an iteration, worked on at the same time; 1 when left out."),
            Setting(TrainerChoice.Stalling, "N|never", "sddp: end when the bound moved by less than 0.01% in N iterations; 50 when left out."),
        };
        var json = SharedOptions.Json();
        var command = new Command("train", "Train a policy.") { caseName, method, output, minutes, updates, seed, threads, resume, overwrite };
        foreach (var setting in settings) command.Add(setting);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && result.GetValue(overwrite)) result.AddError("--resume and --overwrite exclude each other.");
            if (!result.GetValue(resume) && result.GetResult(caseName) is null) result.AddError("--case is missing: " + PolicyCase.Forms + ".");
        });
        command.SetAction(parsed => new PolicyTraining(terminal, engines, new TrainingOrder
        {
            Case = parsed.GetValue(caseName),
            Method = parsed.GetValue(method),
            Settings = settings.Where(setting => parsed.GetValue(setting) is not null)
                .ToImmutableSortedDictionary(setting => setting.Name[2..], setting => parsed.GetValue(setting)!),
            Seed = parsed.GetValue(seed),
            Minutes = parsed.GetValue(minutes),
            Updates = parsed.GetValue(updates),
            Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            Folder = parsed.GetRequiredValue(output),
            Resume = parsed.GetValue(resume),
            Overwrite = parsed.GetValue(overwrite),
            Json = parsed.GetValue(json),
        }).Run(cancellationToken));
        return command;
    }

    private static Option<string?> Setting(string name, string values, string description)
    {
        var option = new Option<string?>("--" + name) { Description = description, HelpName = values };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && TrainerChoice.Objection(name, result.Tokens[0].Value) is { } objection)
                result.AddError($"--{name} '{result.Tokens[0].Value}': {objection}");
        });
        return option;
    }
}
