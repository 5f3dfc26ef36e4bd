using System.CommandLine;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval cross-check</c>: makes errors in right formulations and counts which the cross-check flags.</summary>
internal static class CrossCheckCommand
{
    private const int DefaultProblems = 200;
    private const int DefaultLogic = 60;
    private const int MostProblems = 100_000;

    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var folder = new Option<string?>("--folds-dir")
        {
            Description = "Folder with the weights of the folds. When left out, only dev problems are used, with the weights trained on train alone.",
            HelpName = "DIR",
        };
        var acceptStale = SharedOptions.AcceptStale();
        var splits = new Option<string[]>("--split") { Description = "Use problems of this split alone.", HelpName = "train|dev" };
        splits.AcceptOnlyFromAmong("train", "dev");
        var problems = Count("--problems", DefaultProblems, "Labelled problems at most; those whose labels are known to be wrong are left out.");
        var logic = Count("--logic", DefaultLogic, "Generated problems with logic, for rows that tie binary variables to amounts.");
        var seed = new Option<int>("--seed") { Description = "Another seed chooses other problems and places for the errors.", DefaultValueFactory = _ =>
            1, HelpName = "S" };
        SharedOptions.RequireNumber(seed, number => number is >= 0 and <= int.MaxValue && number == Math.Floor(number),
            "a whole number of 0 or more");
        var items = new Option<string?>("--items") { Description = "Write a line a formulation as JSONL.", HelpName = "FILE" };
        var json = SharedOptions.Json();
        var command = new Command("cross-check",
            "Make errors in right formulations and count which the cross-check flags, and which right ones it flags too.")
        {
            folder, acceptStale, splits, problems, logic, seed, items, json,
        };
        command.SetAction(parsed => new CrossCheckEvaluating(terminal, engines).Run(
            new CrossCheckRequest(
                parsed.GetValue(folder), parsed.GetValue(acceptStale), parsed.GetValue(splits) ?? [], parsed.GetValue(problems),
                    parsed.GetValue(logic),
                parsed.GetValue(seed), parsed.GetValue(items), parsed.GetValue(json)),
            cancellationToken));
        return command;
    }

    private static Option<int> Count(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "N" };
        SharedOptions.RequireNumber(option, number => number is >= 0 and <= MostProblems && number == Math.Floor(number),
            $"a whole number from 0 to {MostProblems}");
        return option;
    }
}
