using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Conversation;

/// <summary>A conversation that has ended.</summary>
/// <param name="Transcript">All that was said.</param>
/// <param name="End">How it ended.</param>
public sealed record DialogueOutcome(Transcript Transcript, DialogueEnd End)
{
    /// <summary>What had to be mended, as warnings, and the errors that it ended with; in order.</summary>
    /// <value>Nothing.</value>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>The formulation of the last summary; null where there was no summary.</summary>
    public ProblemFormulation? Formulation => Transcript.Turns.LastOrDefault(turn => turn.Kind == TurnKind.Summary)?.Formulation;
}
