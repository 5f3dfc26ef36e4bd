using NlOpt.Formulation;

namespace NlOpt.Dialogue.Conversation;

/// <summary>A conversation that has ended.</summary>
/// <param name="Transcript">All that was said.</param>
/// <param name="End">How it ended.</param>
public sealed record DialogueOutcome(Transcript Transcript, DialogueEnd End)
{
    /// <summary>The formulation of the last summary; null where there was no summary.</summary>
    public ProblemFormulation? Formulation => Transcript.Turns.LastOrDefault(turn => turn.Kind == TurnKind.Summary)?.Formulation;
}
