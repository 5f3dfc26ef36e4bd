namespace NlOpt.Dialogue.Conversation;

/// <summary>What a turn is for.</summary>
public enum TurnKind
{
    /// <summary>The agent asks for something.</summary>
    Question,

    /// <summary>The agent says all it has understood and asks whether it is right.</summary>
    Summary,

    /// <summary>The agent takes leave: nothing more is asked.</summary>
    Goodbye,

    /// <summary>Whatever the client says.</summary>
    Message,
}
