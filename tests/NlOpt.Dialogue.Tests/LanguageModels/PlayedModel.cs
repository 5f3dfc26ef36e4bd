using System.Text.Json;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Tests.LanguageModels;

/// <summary>Models played by the embedded engines: what they say depends on what they are sent alone.</summary>
internal static class PlayedModel
{
    /// <summary>A model that talks as the embedded agent would.</summary>
    public static ScriptedModel Agent() => new(request =>
    {
        var turn = new EmbeddedAgent().Next(Transcript(ScriptedModel.Data(request), Speaker.Agent));
        return turn switch
        {
            { Kind: TurnKind.Question } => Say.Question(turn.Text),
            { Formulation: { } formulation } => Say.Agent(
                "summary",
                "",
                [.. formulation.Variables.Select(variable => variable.Name)],
                PlainSentence.OfObjective(formulation),
                [.. formulation.Statements.Select(statement => PlainSentence.Of(statement, formulation))]),
            _ => Say.Goodbye,
        };
    });

    /// <summary>A model that talks as a scripted user would, and compares summaries by the numbers.</summary>
    public static ScriptedModel Client(HiddenProblem problem) => new(request =>
    {
        var data = ScriptedModel.Data(request);
        if (data.TryGetProperty("summary", out var summary))
        {
            return SummaryNumbers.Of(problem, summary.GetString()!).AreRight ? Say.Right : Say.Wrong("There are at most 300 hours of turning.");
        }

        // The user has heard it all before, so that it says what has not been said yet.
        var (user, heard, answer) = (Lamps.Client(), Conversation.Transcript.Empty, "");
        foreach (var turn in Transcript(data, Speaker.Client).Turns)
        {
            heard = heard.With(turn);
            if (turn.Speaker == Speaker.Agent) answer = user.Answer(heard);
        }

        return Say.Client(answer);
    });

    private static Transcript Transcript(JsonElement data, Speaker self) => new([.. data.GetProperty("conversation").EnumerateArray().Select(item =>
    {
        var (isOwn, text) = (item.GetProperty("speaker").GetString() == "you", item.GetProperty("says").GetString()!);
        if (isOwn == (self == Speaker.Client)) return Turn.OfClient(text);
        return new Turn(Speaker.Agent, text.StartsWith("Let me sum up", StringComparison.Ordinal) ? TurnKind.Summary : TurnKind.Question, text);
    })]);
}
