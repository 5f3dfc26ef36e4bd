using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.Files;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Cli.Chat;

/// <summary>
/// A conversation with the agent. Between two calls it ends with a turn of the agent. The agent says the same to the same words, so that taking up a
/// conversation, or taking a message back, is hearing what was said once more.
/// </summary>
/// <param name="reader">What the embedded agent reads with.</param>
/// <param name="other">An agent that asks instead of the embedded one and remembers nothing but the conversation; null for none.</param>
internal sealed class ChatSession(NoteReader reader, IElicitationAgent? other = null)
{
    private readonly EmbeddedAgent _agent = new(reader);

    /// <summary>What was said.</summary>
    public Transcript Transcript { get; private set; } = Transcript.Empty;

    /// <summary>What was understood so far; null while nothing was. Of another agent only what it summed up is understood.</summary>
    public ProblemFormulation? Formulation =>
        other is null ? _agent.Formulation : Transcript.Turns.LastOrDefault(turn => turn.Kind == TurnKind.Summary)?.Formulation;

    /// <summary>Whether there was a summary.</summary>
    public bool HasSummary => Transcript.Turns.Any(turn => turn.Kind == TurnKind.Summary);

    /// <summary>The things to decide on; empty while unknown.</summary>
    public ImmutableArray<string> Names => _agent.Names;

    /// <summary>Whether it is not known yet what the things add to the goal.</summary>
    public bool IsGoalOpen => _agent.IsGoalOpen;

    /// <summary>What was said, sentence by sentence, as the turns of the formulation's source.</summary>
    public ImmutableArray<Note> Notes => _agent.Notes;

    /// <summary>How it ended; null while it goes on.</summary>
    public DialogueEnd? End => Transcript.Last is not { Kind: TurnKind.Goodbye }
        ? null
        : Transcript.Turns.Length > 2 && Transcript.Turns[^3].Kind == TurnKind.Summary ? DialogueEnd.Accepted : DialogueEnd.GivenUp;

    /// <summary>Whether a message can be said: not after the agent gave up.</summary>
    public bool CanSay => End != DialogueEnd.GivenUp;

    /// <summary>The conversation for a file.</summary>
    public SavedTranscript Saved => new(Transcript, End);

    /// <summary>Begins, or takes up a conversation: one that ends with the client's words gets its answer.</summary>
    /// <returns>The agent's turn; or errors of an agent that failed, and nothing has changed.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing has changed.</exception>
    public Result<Turn> Begin(Transcript transcript, CancellationToken cancellationToken)
    {
        var isAnswered = transcript.Last is { Speaker: Speaker.Agent };
        var heard = isAnswered ? new Transcript(transcript.Turns[..^1]) : transcript;
        // Only the embedded agent has to hear again what it has said to understand it.
        var next = other is null ? Result.Success(_agent.Next(heard, cancellationToken))
            : isAnswered ? Result.Success(transcript.Last!) : other.Next(heard, cancellationToken);
        if (next.TryGetValue(out var turn)) Transcript = heard.With(turn);
        return next;
    }

    /// <summary>
    /// The conversation with a message more, still without its answer. Said after the goodbye it answers the summary in place of what accepted it.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing can be said.</exception>
    public Transcript With(string message)
    {
        if (!CanSay) throw new InvalidOperationException("The agent has given up.");
        var kept = End == DialogueEnd.Accepted ? new Transcript(Transcript.Turns[..^2]) : Transcript;
        return kept.With(Turn.OfClient(message));
    }

    /// <summary>The conversation without the client's last message and all behind it; null where the client has said nothing.</summary>
    public Transcript? WithoutLast()
    {
        var last = Transcript.Turns.Length - 1;
        while (last >= 0 && Transcript.Turns[last].Speaker != Speaker.Client) last--;
        return last < 0 ? null : new Transcript(Transcript.Turns[..last]);
    }
}
