using NlOpt.Formulation;

namespace NlOpt.Dialogue.Conversation;

/// <summary>One message of a conversation. Its text is untrusted, whoever says it.</summary>
/// <param name="Speaker">Who says it.</param>
/// <param name="Kind">What it is for; clients say only messages.</param>
/// <param name="Text">What is said.</param>
public sealed record Turn(Speaker Speaker, TurnKind Kind, string Text)
{
    /// <summary>What a summary says, as a formulation; null in all other turns, and where the agent has none.</summary>
    public ProblemFormulation? Formulation { get; init; }

    /// <summary>A message of the client.</summary>
    public static Turn OfClient(string text) => new(Speaker.Client, TurnKind.Message, text);
}
