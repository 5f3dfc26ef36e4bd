namespace NlOpt.Dialogue.Conversation;

/// <summary>How a conversation ended.</summary>
public enum DialogueEnd
{
    /// <summary>The client accepted a summary and the agent took leave.</summary>
    Accepted,

    /// <summary>The agent took leave without an accepted summary.</summary>
    GivenUp,

    /// <summary>As many messages were said as may be.</summary>
    TooLong,

    /// <summary>One of both could not go on: its engine failed.</summary>
    Failed,
}
