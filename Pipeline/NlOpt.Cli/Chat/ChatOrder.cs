namespace NlOpt.Cli.Chat;

/// <summary>What a line of a conversation asks for.</summary>
internal abstract record ChatOrder
{
    private const char Mark = '/';

    private ChatOrder()
    {
    }

    /// <summary>Nothing: the line is blank.</summary>
    public sealed record Nothing : ChatOrder;

    /// <summary>A message for the agent.</summary>
    public sealed record Say(string Message) : ChatOrder;

    /// <summary>A command that stands alone.</summary>
    public sealed record Plain(ChatCommandName Name) : ChatOrder;

    /// <summary>Solve with some changes and compare.</summary>
    /// <param name="Changes">At least one, none blank.</param>
    public sealed record WhatIf(IReadOnlyList<string> Changes) : ChatOrder;

    /// <summary>Write a copy of the conversation.</summary>
    public sealed record Save(string Path) : ChatOrder;

    /// <summary>Take up another conversation.</summary>
    public sealed record Load(string Path) : ChatOrder;

    /// <summary>Write the model.</summary>
    /// <param name="Format">One of <see cref="ExportFormats"/>.</param>
    /// <param name="Path">Where to.</param>
    public sealed record Export(string Format, string Path) : ChatOrder;

    /// <summary>A command that cannot be followed.</summary>
    /// <param name="Reason">Why, with what to type instead.</param>
    public sealed record Refused(string Reason) : ChatOrder;

    /// <summary>The formats of exports.</summary>
    public static IReadOnlyList<string> ExportFormats { get; } = ["lp", "mps", "json", "latex", "csharp"];

    /// <summary>Reads a line; it may hold anything.</summary>
    public static ChatOrder Of(string line)
    {
        var text = line.Trim();
        if (text.Length == 0) return new Nothing();
        // Nobody answers a question with these words.
        if (text is "help" or "quit" or "exit") text = Mark + text;
        if (text[0] != Mark) return new Say(text);
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = end < 0 ? (text[1..], "") : (text[1..end], text[end..].Trim());
        return word.ToLowerInvariant() switch
        {
            "help" or "?" => Alone(ChatCommandName.Help, rest),
            "show" => Alone(ChatCommandName.Show, rest),
            "model" => Alone(ChatCommandName.Model, rest),
            "solve" => Alone(ChatCommandName.Solve, rest),
            "why" => Alone(ChatCommandName.Why, rest),
            "undo" => Alone(ChatCommandName.Undo, rest),
            "quit" or "exit" => Alone(ChatCommandName.Quit, rest),
            "whatif" => OfChanges(rest),
            "save" => rest.Length > 0 ? new Save(Unquoted(rest)) : new Refused("/save needs a file name, for example /save plan.json"),
            "load" => rest.Length > 0 ? new Load(Unquoted(rest)) : new Refused("/load needs the file of a conversation, for example /load plan.json"),
            "export" => OfExport(rest),
            _ => new Refused($"there is no command {Mark}{Shortened(word)}; /help lists those there are"),
        };
    }

    private static ChatOrder Alone(ChatCommandName name, string rest) => rest.Length == 0
        ? new Plain(name)
        : new Refused($"/{name.ToString().ToLowerInvariant()} stands alone; “{Shortened(rest)}” was not expected behind it");

    private static ChatOrder OfChanges(string rest)
    {
        var changes = rest.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return changes.Length > 0 ? new WhatIf(changes) : new Refused("/whatif needs a change, for example /whatif chairs <= 30");
    }

    private static ChatOrder OfExport(string rest)
    {
        var end = rest.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && ExportFormats.Contains(rest[..end].ToLowerInvariant()))
            return new Export(rest[..end].ToLowerInvariant(), Unquoted(rest[end..].Trim()));
        return new Refused($"/export needs a format ({string.Join(", ", ExportFormats)}) and a file name, for example /export lp plan.lp");
    }

    /// <summary>File names with blanks may stand in quotes, as in a shell.</summary>
    private static string Unquoted(string path) => path is ['"', _, .., '"'] or ['\'', _, .., '\''] ? path[1..^1] : path;

    private static string Shortened(string text)
    {
        const int Most = 30;
        return text.Length <= Most ? text : text[..Most] + "…";
    }
}
