using NlOpt.Dialogue.Conversation;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>The words of the embedded agent. One question each, no mathematics, short.</summary>
internal static class Phrases
{
    private const int MostQuoted = 10;

    public const string Things = "Hello! Which things do you want to find the best amounts of?";

    public const string ThingsAgain = "Could you list the things whose amounts you want to choose, for example “chairs and tables”?";

    public const string Goal = "What is your goal: what should be as large, or as small, as possible?";

    public const string GoalAgain = "Should something like profit be as large as possible, or something like cost as small as possible?";

    public const string FirstRule = "What limits or rules must the plan keep to? One at a time is fine.";

    public const string NextRule = "Is there another limit or rule?";

    public const string Goodbye = "Thank you! Then I have all I need.";

    public const string GoodbyeWithout = "Thank you for your time. I could not find out enough this time; you are welcome to try again.";

    public const string Right = "Is that right?";

    public static string Worth(string goal, IEnumerable<string> names) => $"How much {goal} is there for each of these: {PlainSentence.List(names)}?";

    public static string Need(string limit, bool isMoney, string measure, IEnumerable<string> names) => isMoney || measure.Length == 0
        ? $"About “{Quote(limit)}”: how much of it does each of these take: {PlainSentence.List(names)}?"
        : $"About “{Quote(limit)}”: how many {measure} does each of these take: {PlainSentence.List(names)}?";

    public static string Conflict(string one, string other) => $"You said “{Quote(one)}” and “{Quote(other)}”. Which is right?";

    /// <summary>Words of the client, cut to a readable length and without a question mark of their own.</summary>
    public static string Quote(string text)
    {
        var words = text.Replace("?", "", StringComparison.Ordinal).Replace('“', '\'').Replace('”', '\'')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var quoted = words.Length > MostQuoted ? string.Join(' ', words[..MostQuoted]) + " …" : string.Join(' ', words);
        return quoted.TrimEnd('.', '!', ';', ',');
    }

    /// <summary>A message within the rules: cut to the words that may be said, its question mark kept.</summary>
    public static string Within(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var counted = MessageRules.Words(text).Count();
        if (counted <= MessageRules.MostWords && text.Count('?') <= 1) return string.Join(' ', words);
        var kept = string.Join(' ', words.Take(MessageRules.MostWords - 1)).Replace("?", "", StringComparison.Ordinal).TrimEnd('.', ',', ':', ';');
        var isQuoteOpen = kept.Contains('“', StringComparison.Ordinal) && !kept.Contains('”', StringComparison.Ordinal);
        return kept + (isQuoteOpen ? " …”?" : " …?");
    }

    /// <summary>All that was understood, in sentences.</summary>
    public static string Summary(ProblemFormulation formulation)
    {
        string[] lines =
        [
            "Let me sum up:",
            $"- You decide the amounts of {PlainSentence.List(formulation.Variables.Select(Described))}.",
            "- " + PlainSentence.OfObjective(formulation),
            .. formulation.Statements.Select(statement => "- " + PlainSentence.Of(statement, formulation)),
            Right,
        ];
        return string.Join('\n', lines);
    }

    private static string Described(DecisionVariable variable) =>
        variable.Divisibility == Divisibility.Whole ? $"{variable.Name} (whole)" : $"{variable.Name} (parts are fine)";
}
