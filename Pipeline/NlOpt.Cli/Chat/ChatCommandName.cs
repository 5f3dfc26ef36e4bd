namespace NlOpt.Cli.Chat;

/// <summary>The commands of a conversation that stand alone.</summary>
internal enum ChatCommandName
{
    /// <summary>Lists the commands.</summary>
    Help,

    /// <summary>Shows what was understood.</summary>
    Show,

    /// <summary>Shows the algebra.</summary>
    Model,

    /// <summary>Shows the best plan.</summary>
    Solve,

    /// <summary>Gives the reasons.</summary>
    Why,

    /// <summary>Takes back the last message.</summary>
    Undo,

    /// <summary>Leaves.</summary>
    Quit,
}
