using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Dialogue.Simulation.Users;

namespace NlOpt.Evaluation;

/// <summary>What to make.</summary>
public sealed record DialogueGenerationOptions
{
    private const string EmbeddedAgent = "embedded";
    private const string ScriptedUser = "scripted";

    /// <summary>Number of dialogues, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>Decides phrases and faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Who has the problems, in turn; at least one.</summary>
    public required ImmutableArray<Persona> Personas { get; init; }

    /// <summary>The agent's engine, without commas: other engines say other things.</summary>
    /// <value><c>embedded</c>.</value>
    public string Agent { get; init; } = EmbeddedAgent;

    /// <summary>The users' engine, without commas.</summary>
    /// <value><c>scripted</c>.</value>
    public string User { get; init; } = ScriptedUser;

    /// <summary>The options in words, as the folder keeps them.</summary>
    internal string Plan => string.Create(CultureInfo.InvariantCulture, $"{Count} dialogues, seed {Seed}, {string.Join(' ', Personas)}")
        + (Agent == EmbeddedAgent && User == ScriptedUser ? "" : $", {Agent}, {User}");

    /// <summary>The options of a plan in words; null where it is none.</summary>
    internal static DialogueGenerationOptions? Parse(string? plan)
    {
        if (plan?.Split(", ") is not [var count, var seed, var personas, .. var engines] || engines.Length is not (0 or 2)) return null;
        var names = personas.Split(' ').Select(name => Enum.TryParse<Persona>(name, out var persona) ? (Persona?)persona : null).ToList();
        return int.TryParse(count.Split(' ')[0], CultureInfo.InvariantCulture, out var number)
            && int.TryParse(seed.Split(' ')[^1], CultureInfo.InvariantCulture, out var chosen) && !names.Contains(null)
            ? new DialogueGenerationOptions
            {
                Count = number,
                Seed = chosen,
                Personas = [.. names.Select(name => name!.Value)],
                Agent = engines is [var agent, _] ? agent : EmbeddedAgent,
                User = engines is [_, var user] ? user : ScriptedUser,
            }
            : null;
    }

    /// <summary>The dialogues: problems in turn, and each time round another persona.</summary>
    internal IEnumerable<PlannedDialogue> Dialogues(int problems) => Enumerable.Range(0, Count).Select(index =>
        new PlannedDialogue(index, index % problems, Personas[(index + (index / problems)) % Personas.Length]));
}
