using NlOpt.Datasets.Dialogues;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;

namespace NlOpt.Evaluation;

/// <summary>Recorded dialogues as conversations of our own.</summary>
public static class RecordedConversation
{
    /// <summary>The turns; the message of the last summary is told by its text.</summary>
    public static Transcript Of(ProblemDialogue dialogue)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        return new Transcript([.. dialogue.Messages.Select(message => message.Role == DialogueRole.Client
            ? Turn.OfClient(message.Text)
            : new Turn(Speaker.Agent, message.Text == dialogue.Summary ? TurnKind.Summary : TurnKind.Question, message.Text))]);
    }

    /// <summary>What was said as one text, see <see cref="ConversationText"/>.</summary>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="withSummary">Whether the last summary is read too; then dialogues without one have no text.</param>
    /// <returns>Null where there is nothing to read.</returns>
    public static string? Text(ProblemDialogue dialogue, bool withSummary)
    {
        var turns = Of(dialogue).Turns;
        if (!withSummary) return ConversationText.Of([.. turns.Where(turn => turn.Kind != TurnKind.Summary)]);
        return turns.Any(turn => turn.Kind == TurnKind.Summary) ? ConversationText.Of(turns) : null;
    }
}
