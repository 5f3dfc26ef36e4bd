using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Agents.Formulating;

/// <summary>
/// The small parts that replies about goals and rules share. Wrong shapes end in a JsonException, wrong contents in errors of the context.
/// </summary>
internal static class JsonReply
{
    /// <summary>A text; null for null.</summary>
    public static string? TextOrNull(JsonPart part) => part.IsNull ? null : part.Text();

    /// <summary>A number with its quote.</summary>
    public static SourcedNumber Number(JsonPart number, ReplyContext context) => number.Object(part =>
        context.Number(part.Field("value").Number(), TextOrNull(part.Field("quote"))));

    /// <summary>A number with its quote; null for null.</summary>
    public static SourcedNumber? NumberOrNull(JsonPart number, ReplyContext context) => number.IsNull ? null : Number(number, context);

    /// <summary>A limit.</summary>
    public static Limit Limit(JsonPart limit, ReplyContext context) => limit.Object<Limit>(part =>
    {
        var kind = part.Field("kind").Text();
        var value = Number(part.Field("value"), context);
        var high = NumberOrNull(part.Field("high"), context);
        return kind switch
        {
            "at-most" => new Limit.AtMost(value),
            "at-least" => new Limit.AtLeast(value),
            "exactly" => new Limit.Exactly(value),
            "between" => high is { } most ? new Limit.Between(value, most) : throw part.Field("high").Wrong("must hold the larger number"),
            _ => throw part.Field("kind").Wrong("must be one of at-most, at-least, exactly, between"),
        };
    });

    /// <summary>A variable by its name.</summary>
    public static DecisionVariableId Variable(JsonPart name, ReplyContext context) => context.Variable(name.Text());

    /// <summary>A list of variables.</summary>
    public static ImmutableArray<DecisionVariableId> Variables(JsonPart names, ReplyContext context) => names.List(name => Variable(name, context));

    /// <summary>Amounts a piece; those of zero are left out, since they say nothing.</summary>
    public static ImmutableArray<WeightedVariable> Terms(JsonPart terms, ReplyContext context) =>
        [.. terms.List(term => term.Object(part => new WeightedVariable(
            Variable(part.Field("variable"), context), Number(part.Field("coefficient"), context), NumberOrNull(part.Field("deduction"), context))))
            .Where(term => term.Coefficient.Value != 0 || term.Deduction is not null)];

    /// <summary>Amounts added once.</summary>
    public static ImmutableArray<FixedCharge> Charges(JsonPart charges, ReplyContext context) => charges.List(charge => charge.Object(part =>
        new FixedCharge(Variable(part.Field("variable"), context), Number(part.Field("amount"), context))));

    /// <summary>An activity.</summary>
    public static Activity Activity(JsonPart activity, ReplyContext context) => activity.Object(part =>
        new Activity(Variable(part.Field("variable"), context), part.Field("active").Flag()));
}
