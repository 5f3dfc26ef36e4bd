using NlOpt.Modeling;

namespace NlOpt.Dialogue.Conversation;

/// <summary>
/// Finds out what a client's problem is by asking. It sees only what was said. Engines: the embedded agent, language-model agents.
/// </summary>
public interface IElicitationAgent
{
    /// <summary>What the agent says next.</summary>
    /// <param name="transcript">The conversation so far: empty, or ending with a message of the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// A question, a summary or a goodbye, by the rules of <see cref="MessageRules"/>, with warnings of what had to be mended; or the errors of
    /// an engine that failed, after which the same may be asked again.
    /// </returns>
    /// <exception cref="ArgumentException">The last turn is the agent's own.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Result<Turn> Next(Transcript transcript, CancellationToken cancellationToken = default);
}
