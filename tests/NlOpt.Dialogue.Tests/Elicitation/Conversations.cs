using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Tests.Elicitation;

/// <summary>Lets the embedded agent talk with a client who says fixed messages, one a turn, whatever is asked.</summary>
internal static class Conversations
{
    /// <summary>The conversation after all messages were said, the agent's next turn last.</summary>
    public static Transcript Say(params ReadOnlySpan<string> messages)
    {
        var agent = new EmbeddedAgent();
        var transcript = Transcript.Empty.With(agent.Next(Transcript.Empty));
        foreach (var message in messages)
        {
            transcript = transcript.With(Turn.OfClient(message));
            transcript = transcript.With(agent.Next(transcript));
        }

        return transcript;
    }

    /// <summary>The sentences of the last summary: goal, then rules.</summary>
    public static string[] Summary(Transcript transcript)
    {
        var formulation = transcript.Turns.Last(turn => turn.Kind == TurnKind.Summary).Formulation!;
        return [PlainSentence.OfObjective(formulation), .. formulation.Statements.Select(statement => PlainSentence.Of(statement, formulation))];
    }
}
