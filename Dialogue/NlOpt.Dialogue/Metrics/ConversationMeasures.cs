using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;

namespace NlOpt.Dialogue.Metrics;

/// <summary>How a conversation went, in counts. Words are those of <see cref="MessageRules.Words"/>, questions are question marks.</summary>
/// <param name="Turns">Messages of both sides.</param>
/// <param name="AgentTurns">Messages of the agent.</param>
/// <param name="Summaries">Messages of the agent that sum up.</param>
/// <param name="AgentWords">Words of the agent's messages that are no summaries.</param>
/// <param name="ClientWords">Words of the client's messages.</param>
/// <param name="Questions">Questions of the agent.</param>
/// <param name="CrowdedTurns">Messages of the agent with more than one question.</param>
/// <param name="LongAnswers">Messages of the client with more than <see cref="MessageRules.MostWords"/> words.</param>
public sealed record ConversationMeasures(
    int Turns, int AgentTurns, int Summaries, int AgentWords, int ClientWords, int Questions, int CrowdedTurns, int LongAnswers)
{
    /// <summary>Questions a message of the agent; null without a message.</summary>
    public double? QuestionsPerMessage => Ratio(Questions, AgentTurns);

    /// <summary>Words a message of the agent, summaries left out; null without such a message.</summary>
    public double? AgentWordsPerMessage => Ratio(AgentWords, AgentTurns - Summaries);

    /// <summary>Words a message of the client; null without a message.</summary>
    public double? ClientWordsPerMessage => Ratio(ClientWords, Turns - AgentTurns);

    /// <summary>Measures a conversation.</summary>
    public static ConversationMeasures Of(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var agent = transcript.Turns.Where(turn => turn.Speaker == Speaker.Agent).ToImmutableArray();
        var client = transcript.Turns.Where(turn => turn.Speaker == Speaker.Client)
            .Select(turn => MessageRules.Words(turn.Text).Count()).ToImmutableArray();
        var questions = agent.Select(turn => turn.Text.Count('?')).ToImmutableArray();
        return new ConversationMeasures(
            transcript.Turns.Length,
            agent.Length,
            agent.Count(turn => turn.Kind == TurnKind.Summary),
            agent.Where(turn => turn.Kind != TurnKind.Summary).Sum(turn => MessageRules.Words(turn.Text).Count()),
            client.Sum(),
            questions.Sum(),
            questions.Count(count => count > 1),
            client.Count(words => words > MessageRules.MostWords));
    }

    private static double? Ratio(int count, int of) => of > 0 ? (double)count / of : null;
}
