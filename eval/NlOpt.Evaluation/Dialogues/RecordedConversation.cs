using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Datasets.Dialogues;
using NlOpt.Dialogue.Conversation;

namespace NlOpt.Evaluation;

/// <summary>Recorded dialogues as conversations of our own.</summary>
public static partial class RecordedConversation
{
    private const int FewestItems = 3;

    /// <summary>The turns of a dialogue.</summary>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="withSummary">
    /// Whether its last summary stays. Without it an earlier one, which the client then answered, may still stand: lists of three and more
    /// statements count as such.
    /// </param>
    public static ImmutableArray<Turn> Of(ProblemDialogue dialogue, bool withSummary)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        return [.. dialogue.Messages.Where(message => withSummary || !IsLast(message, dialogue)).Select(message => message.Role == DialogueRole.Client
            ? Turn.OfClient(message.Text)
            : new Turn(Speaker.Agent, IsSummary(message, dialogue, withSummary) ? TurnKind.Summary : TurnKind.Question, message.Text))];
    }

    private static bool IsSummary(DialogueMessage message, ProblemDialogue dialogue, bool withSummary) =>
        withSummary ? IsLast(message, dialogue) : Item().Count(message.Text) >= FewestItems;

    private static bool IsLast(DialogueMessage message, ProblemDialogue dialogue) =>
        message.Role == DialogueRole.Agent && message.Text == dialogue.Summary;

    [GeneratedRegex(@"^\s*(?:[-*•]|\d+[.)])\s.*[^?\s]\s*$", RegexOptions.Multiline)]
    private static partial Regex Item();
}
