using NlOpt.Dialogue.Conversation;

namespace NlOpt.Dialogue.Files;

/// <summary>A conversation with the problem that it was about, as the published dialogues hold it (Abdullin and others, arXiv 2401.17461).</summary>
/// <param name="Transcript">What was said.</param>
/// <param name="Statement">The problem as the client saw it.</param>
/// <param name="ProblemId">Id of the problem in its data set.</param>
public sealed record PublishedDialogue(Transcript Transcript, string Statement, string ProblemId)
{
    /// <summary>The text of the last summary; null where there was none.</summary>
    public string? Summary => Transcript.Turns.LastOrDefault(turn => turn.Kind == TurnKind.Summary)?.Text;
}
