using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Conversation;

/// <summary>
/// Lets an agent and a simulated user talk: the agent begins; a summary is answered by feedback or acceptance; it ends with the agent's goodbye
/// or at the cap. Where an engine fails, it ends with what was said until then.
/// </summary>
public static class DialogueRunner
{
    /// <summary>Runs a conversation to its end.</summary>
    /// <param name="agent">The agent; one for each conversation.</param>
    /// <param name="user">The user; one for each conversation.</param>
    /// <param name="options">How long it may be; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DialogueOutcome Run(
        IElicitationAgent agent, ISimulatedUser user, DialogueOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(user);
        options ??= new DialogueOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostMessages, 2);
        var transcript = Transcript.Empty;
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        DialogueOutcome Ended(DialogueEnd end) => new(transcript, end) { Findings = findings.ToImmutable() };
        while (transcript.Turns.Length < options.MostMessages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = agent.Next(transcript, cancellationToken);
            findings.AddRange(next.Diagnostics);
            if (!next.TryGetValue(out var turn)) return Ended(DialogueEnd.Failed);
            // The client's last message answered the agent's turn before it: goodbye after a summary means that it was accepted.
            var isAccepted = transcript.Turns.Length >= 2 && transcript.Turns[^2].Kind == TurnKind.Summary;
            transcript = transcript.With(turn);
            if (turn.Kind == TurnKind.Goodbye) return Ended(isAccepted ? DialogueEnd.Accepted : DialogueEnd.GivenUp);
            if (transcript.Turns.Length >= options.MostMessages) break;
            var answered = user.Answer(transcript, cancellationToken);
            findings.AddRange(answered.Diagnostics);
            if (!answered.TryGetValue(out var answer)) return Ended(DialogueEnd.Failed);
            transcript = transcript.With(Turn.OfClient(answer));
        }

        return Ended(DialogueEnd.TooLong);
    }
}
