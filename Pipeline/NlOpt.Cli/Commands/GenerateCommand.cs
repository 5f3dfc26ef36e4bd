using System.CommandLine;
using NlOpt.Datasets.Generation;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt generate</c>: makes data.</summary>
internal static class GenerateCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken) => new("generate", "Make data: problems with their formulations.")
    {
        Problems(terminal, engines, cancellationToken),
    };

    private static Command Problems(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var count = new Option<int>("-n", "--count") { Description = "How many.", DefaultValueFactory = _ => 1000, HelpName = "N" };
        SharedOptions.RequireNumber(count, number => number is >= 1 and <= 1_000_000 && number == Math.Floor(number), "a whole number from 1 to 1000000");
        var seed = new Option<int>("--seed") { Description = "Decides everything: the same seed gives the same bytes.", DefaultValueFactory = _ => 1, HelpName = "S" };
        SharedOptions.RequireNumber(seed, number => number is >= 0 and <= int.MaxValue && number == Math.Floor(number), "a whole number of 0 or more");
        var templates = new Option<string?>("--templates")
        {
            Description = "Ids of templates, with commas: every problem holds one of them; logic and all stand for many. The usual mix, without logic, when left out.",
            HelpName = "ID,ID",
        };
        templates.Validators.Add(result =>
        {
            foreach (var id in Ids(result.Tokens.Count == 1 ? result.Tokens[0].Value : null))
                if (!GenerationOptions.TemplateIds.Contains(id)) result.AddError($"--templates: there is no '{id}'; there are {string.Join(", ", GenerationOptions.TemplateIds)}.");
        });
        var bank = new Option<string>("--bank") { Description = "Words for training, or those that are kept for measuring.", DefaultValueFactory = _ => "train" };
        bank.AcceptOnlyFromAmong("train", "held-out");
        var output = new Option<string>("--out") { Description = "File for the problems, one a line (JSONL).", Required = true, HelpName = "FILE" };
        var json = SharedOptions.Json();
        var command = new Command("problems", "Make problems in words with their formulations; every one is solved.") { count, seed, templates, bank, output, json };
        command.SetAction(parsed => new ProblemGenerating(terminal, engines).Run(
            new GenerationOptions
            {
                Count = parsed.GetValue(count),
                Seed = parsed.GetValue(seed),
                Bank = parsed.GetValue(bank) == "train" ? GenerationBank.Train : GenerationBank.HeldOut,
                Templates = [.. Ids(parsed.GetValue(templates))],
            },
            parsed.GetValue(output)!, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static IEnumerable<string> Ids(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany<string, string>(id => id switch
        {
            "logic" => GenerationOptions.LogicTemplateIds,
            "all" => GenerationOptions.TemplateIds,
            _ => [id],
        });
}
