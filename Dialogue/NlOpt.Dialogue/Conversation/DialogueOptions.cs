namespace NlOpt.Dialogue.Conversation;

/// <summary>How long a conversation may be.</summary>
public sealed record DialogueOptions
{
    /// <summary>Most messages of both sides together, at least 2.</summary>
    /// <value>40, the cap of the published dialogues.</value>
    public int MostMessages { get; init; } = 40;
}
