using System.Collections.Immutable;
using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Formulating;

/// <summary>Reads the reply that names the decision variables.</summary>
internal static class VariableReply
{
    private const int MostVariables = 400;
    private const int LongestName = 100;

    /// <summary>Reads it.</summary>
    /// <returns>The variables; empty with the warning <c>agent.reason</c> where the model says that there is nothing to decide on.</returns>
    public static Result<ImmutableArray<DecisionVariable>> Read(JsonElement root, Source source)
    {
        var context = new ReplyContext(source, [], []);
        var (variables, reason) = new JsonPart(root, "").Object(
            part => (part.Field("variables").List(item => Variable(item, context)), JsonReply.TextOrNull(part.Field("reason"))));
        if (variables.IsEmpty)
        {
            return string.IsNullOrWhiteSpace(reason)
                ? Result.Failure<ImmutableArray<DecisionVariable>>(
                    Diagnostic.Error("agent.variables", "there is no variable, and no reason why",
                    remedy: "name the amounts to choose, or give the reason"))
                : Result.Success<ImmutableArray<DecisionVariable>>([], Diagnostic.Warning("agent.reason", reason));
        }

        if (variables.Length > MostVariables)
            context.Wrong("agent.variables", $"there are {variables.Length} variables, more than {MostVariables}");
        foreach (var name in variables.GroupBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            context.Wrong("agent.variables", $"two variables are called '{name.Key}'", "give each its own name");
        return context.Errors is { IsEmpty: false } errors
            ? Result.Failure<ImmutableArray<DecisionVariable>>(errors)
            : Result.Success<ImmutableArray<DecisionVariable>>(
                [.. variables.Select((variable, index) => variable with { Id = new DecisionVariableId(index) })]);
    }

    private static DecisionVariable Variable(JsonPart variable, ReplyContext context) => variable.Object(part =>
    {
        var name = part.Field("name").Text().Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) throw part.Field("name").Wrong($"must have 1 to {LongestName} characters");
        var quotes = part.Field("quotes").List(quote => quote.Text());
        if (quotes.IsEmpty) throw part.Field("quotes").Wrong("must hold at least one quote");
        var unit = JsonReply.TextOrNull(part.Field("unit"));
        var isWhole = part.Field("whole").Flag();
        return new DecisionVariable(
            default,
            name,
            [.. quotes.SelectMany(quote => context.Places(quote)).Distinct().Order()],
            string.IsNullOrWhiteSpace(unit) ? null : unit.Trim(),
            isWhole ? Divisibility.Whole : Divisibility.Divisible,
            isWhole ? "a language model takes it to come in whole pieces" : "a language model takes it to be divisible");
    });
}
