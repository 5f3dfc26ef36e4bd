using NlOpt.Modeling;

namespace NlOpt.Dialogue.Conversation;

/// <summary>Plays a client who holds a problem that the agent does not see. Engines: scripted users, language-model users.</summary>
public interface ISimulatedUser
{
    /// <summary>What the client says to the agent's last turn.</summary>
    /// <param name="transcript">The conversation so far, ending with a question or a summary of the agent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The message, with warnings of what had to be mended; or the errors of an engine that failed.</returns>
    /// <exception cref="ArgumentException">The last turn is not the agent's.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Result<string> Answer(Transcript transcript, CancellationToken cancellationToken = default);
}
