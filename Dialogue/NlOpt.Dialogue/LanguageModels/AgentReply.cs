using System.Collections.Immutable;
using System.Text.Json;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>What a language model wants to say as the agent.</summary>
internal abstract record AgentReply
{
    private const int MostItems = 60;

    private AgentReply()
    {
    }

    /// <summary>Reads a reply; texts become one line each.</summary>
    /// <exception cref="JsonException">It does not keep to the schema, or lacks what its kind needs.</exception>
    public static AgentReply Read(JsonPart root) => root.Object<AgentReply>(part =>
    {
        var (kind, question, goal) = (part.Field("kind").Text(), Line(part.Field("question")), Line(part.Field("goal")));
        var (things, rules) = (Lines(part.Field("things")), Lines(part.Field("rules")));
        return kind switch
        {
            "question" when question.Length > 0 => new Question(question),
            "question" => throw part.Field("question").Wrong("must hold the question"),
            "summary" when things.IsEmpty => throw part.Field("things").Wrong("must name the things to decide on"),
            "summary" when goal.Length == 0 => throw part.Field("goal").Wrong("must say the goal"),
            "summary" => new Summary(things, Sentence(goal), [.. rules.Select(Sentence)]),
            "goodbye" => new Goodbye(),
            _ => throw part.Field("kind").Wrong("must be one of question, summary, goodbye"),
        };
    });

    private static ImmutableArray<string> Lines(JsonPart list)
    {
        var lines = list.List(Line);
        if (lines.Length > MostItems) throw list.Wrong($"must not be longer than {MostItems}");
        return lines.Contains("") ? throw list.Wrong("must hold no empty text") : lines;
    }

    private static string Line(JsonPart text) => string.Join(' ', text.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Sentence(string line) => line[^1] is '.' or '!' or '?' ? line : line + ".";

    /// <summary>A question.</summary>
    public sealed record Question(string Text) : AgentReply;

    /// <summary>All that was understood.</summary>
    /// <param name="Things">Names of the things to decide on, at least one.</param>
    /// <param name="Goal">The goal, a sentence.</param>
    /// <param name="Rules">Limits and rules, a sentence each.</param>
    public sealed record Summary(ImmutableArray<string> Things, string Goal, ImmutableArray<string> Rules) : AgentReply
    {
        /// <summary>The sentences of goal and rules.</summary>
        public IEnumerable<string> Sentences => [Goal, .. Rules];
    }

    /// <summary>The end.</summary>
    public sealed record Goodbye : AgentReply;
}
