using System.Text.Json;
using NlOpt.Dialogue.Conversation;

namespace NlOpt.Dialogue.Tests.LanguageModels;

/// <summary>What models say, as JSON, and the conversation that they say it in.</summary>
internal static class Say
{
    public const string Facts =
        "Scones and pies. As much profit as possible: $2 a scone and $5 a pie. A scone takes 10 g and a pie 25 g of my 500 g of sugar.";

    /// <summary>A conversation after the client's first message.</summary>
    public static Transcript After(string message = Facts) => Transcript.Empty
        .With(new Turn(Speaker.Agent, TurnKind.Question, "What do you want to decide?")).With(Turn.OfClient(message));

    /// <summary>A conversation in which a summary was answered.</summary>
    public static Transcript AfterSummary(string answer) =>
        After().With(new Turn(Speaker.Agent, TurnKind.Summary, "Let me sum up:\n- Scones.\nIs that right?")).With(Turn.OfClient(answer));

    public static string Question(string text) => Agent("question", text, [], "", []);

    public static string Summary(params string[] rules) =>
        Agent("summary", "", ["scones", "pies"], "Make the profit as large as possible: $2 a scone and $5 a pie.", rules);

    public static string Agent(string kind, string question, string[] things, string goal, string[] rules) =>
        JsonSerializer.Serialize(new { kind, question, things, goal, rules });

    public static string Goodbye => Agent("goodbye", "", [], "", []);

    public static string Client(string answer) => JsonSerializer.Serialize(new { answer });

    public static string Right => JsonSerializer.Serialize(new { verdict = "right", message = "" });

    public static string Wrong(string message) => JsonSerializer.Serialize(new { verdict = "wrong", message });
}
