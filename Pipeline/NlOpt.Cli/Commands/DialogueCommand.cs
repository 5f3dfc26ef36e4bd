using System.Collections.Immutable;
using System.CommandLine;
using NlOpt.Dialogue.Simulation.Users;
using NlOpt.Evaluation;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt dialogue</c>: makes and measures conversations with simulated users.</summary>
internal static class DialogueCommand
{
    private const int MostDialogues = 1_000_000;

    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken) =>
        new("dialogue", "Make conversations with simulated users, and measure them.")
        {
            Generate(terminal, engines, cancellationToken),
            Evaluate(terminal, engines, cancellationToken),
        };

    private static Command Generate(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var problems = new Option<string>("--problems")
        {
            Description = $"Problems that the users hold: a file of 'nlopt generate problems', or {DialogueGenerating.DevSplit} for the published "
                + "ones (read with weights that never saw them).",
            Required = true,
            HelpName = "FILE",
        };
        var personas = new Option<string>("--personas")
        {
            Description = "How the users talk: all, or names with commas.",
            DefaultValueFactory = _ => "all",
            HelpName = "NAME,NAME",
        };
        personas.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Personas(result.Tokens[0].Value) is null)
                result.AddError($"--personas: it must be all, or some of {string.Join(", ", Enum.GetNames<Persona>())}.");
        });
        var count = new Option<int>("-n", "--count") { Description = "How many conversations.", DefaultValueFactory = _ => 100, HelpName = "N" };
        SharedOptions.RequireNumber(
            count, number => number is >= 1 and <= MostDialogues && number == Math.Floor(number), $"a whole number from 1 to {MostDialogues}");
        var seed = new Option<int>("--seed") { Description = "Decides what is said.", DefaultValueFactory = _ => 1, HelpName = "S" };
        SharedOptions.RequireNumber(
            seed, number => number is >= 0 and <= int.MaxValue && number == Math.Floor(number), "a whole number of 0 or more");
        var output = new Option<string>("--out")
        {
            Description = "Folder to write to; one that was begun is taken up.",
            Required = true,
            HelpName = "DIR",
        };
        var agent = SharedOptions.Engine("--agent", "embedded", "Who asks");
        var user = SharedOptions.Engine("--user", "scripted", "Who answers");
        var command = new Command("generate", "Let an agent talk with simulated users.") { problems, personas, count, seed, output, agent, user };
        var model = SharedOptions.ModelName(command, agent, user);
        command.Validators.Add(result =>
        {
            if (result.GetResult(personas) is { Implicit: false } && result.GetValue(user) == SharedOptions.LanguageModel)
                result.AddError("--personas needs --user scripted: a language model plays the faithful user.");
        });
        command.SetAction(parsed =>
        {
            var isUserAModel = parsed.GetValue(user) == SharedOptions.LanguageModel;
            var options = new DialogueGenerationOptions
            {
                Count = parsed.GetValue(count),
                Seed = parsed.GetValue(seed),
                Personas = isUserAModel ? [Persona.Faithful] : Personas(parsed.GetRequiredValue(personas))!.Value,
            };
            var isAgentAModel = parsed.GetValue(agent) == SharedOptions.LanguageModel;
            return new DialogueGenerating(terminal, engines, isAgentAModel, isUserAModel, parsed.GetValue(model))
                .Run(parsed.GetRequiredValue(problems), options, parsed.GetRequiredValue(output), cancellationToken);
        });
        return command;
    }

    private static Command Evaluate(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder of 'nlopt dialogue generate'." };
        var json = SharedOptions.Json();
        var command = new Command("evaluate", "Measure conversations: agreement, right models, slots, words.") { folder, json };
        command.SetAction(parsed => new DialogueEvaluating(terminal, engines)
            .Run(parsed.GetRequiredValue(folder), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static ImmutableArray<Persona>? Personas(string list)
    {
        if (list.Equals("all", StringComparison.OrdinalIgnoreCase)) return [.. Enum.GetValues<Persona>()];
        var found = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PersonaOf).ToList();
        return found.Count == 0 || found.Contains(null) ? null : [.. found.Select(persona => persona!.Value).Distinct()];
    }

    private static Persona? PersonaOf(string name)
    {
        // The library reads numbers as names too.
        if (char.IsAsciiDigit(name[0])) return null;
        var isKnown = Enum.TryParse<Persona>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var persona);
        return isKnown && Enum.IsDefined(persona) ? persona : null;
    }
}
