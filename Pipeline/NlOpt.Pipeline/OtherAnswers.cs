using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Pipeline;

/// <summary>The formulation as it would be under another answer to a question, where the question alone says it: the opposite direction, sense or kind.</summary>
internal static class OtherAnswers
{
    /// <summary>The other formulation; null where it would have to be read anew.</summary>
    public static ProblemFormulation? Of(ProblemFormulation formulation, Question question) => question switch
    {
        { Options.Length: < 2 } => null,
        { Slot: SlotKind.Sense } => formulation with { Objective = formulation.Objective with { Sense = Opposite(formulation.Objective.Sense) } },
        { Slot: SlotKind.Divisibility, Quote: { } quote } => OfDivisibility(formulation, quote),
        { Slot: SlotKind.Operator, Quote: { } quote } => OfOperator(formulation, quote),
        _ => null,
    };

    private static ProblemFormulation? OfDivisibility(ProblemFormulation formulation, Evidence quote)
    {
        var variable = formulation.Variables.FirstOrDefault(variable => variable.Mentions.Contains(quote));
        if (variable is null) return null;
        var other = variable.Divisibility == Divisibility.Whole ? Divisibility.Divisible : Divisibility.Whole;
        return formulation with { Variables = formulation.Variables.SetItem(variable.Id.Index, variable with { Divisibility = other }) };
    }

    private static ProblemFormulation? OfOperator(ProblemFormulation formulation, Evidence quote)
    {
        var index = formulation.Statements.ToList().FindIndex(statement => statement.Evidence is [var first, ..] && first == quote && Turned(statement) is not null);
        return index < 0 ? null : formulation with { Statements = formulation.Statements.SetItem(index, Turned(formulation.Statements[index])!) };
    }

    /// <summary>At least for at most and the other way round; null where a statement has no direction.</summary>
    private static Statement? Turned(Statement statement) => statement switch
    {
        Statement.SingleVariable single => Turned(single.Limit) is { } limit ? single with { Limit = limit } : null,
        Statement.Sum sum => Turned(sum.Limit) is { } limit ? sum with { Limit = limit } : null,
        Statement.WeightedSum sum => Turned(sum.Limit) is { } limit ? sum with { Limit = limit } : null,
        Statement.Proportion proportion => Turned(proportion.Share) is { } share ? proportion with { Share = share } : null,
        Statement.ConditionalLimit conditional => Turned(conditional.Limit) is { } limit ? conditional with { Limit = limit } : null,
        Statement.Cardinality cardinality => Turned(cardinality.Count) is { } count ? cardinality with { Count = count } : null,
        Statement.Comparison { Operator: not ComparisonOperator.Equal } comparison => comparison with { Operator = Opposite(comparison.Operator) },
        Statement.SumComparison { Operator: not ComparisonOperator.Equal } comparison => comparison with { Operator = Opposite(comparison.Operator) },
        _ => null,
    };

    private static Limit? Turned(Limit limit) => limit switch
    {
        Limit.AtMost(var number) => new Limit.AtLeast(number),
        Limit.AtLeast(var number) => new Limit.AtMost(number),
        _ => null,
    };

    private static ComparisonOperator Opposite(ComparisonOperator comparison) =>
        comparison == ComparisonOperator.AtMost ? ComparisonOperator.AtLeast : ComparisonOperator.AtMost;

    private static ObjectiveSense Opposite(ObjectiveSense sense) => sense == ObjectiveSense.Maximize ? ObjectiveSense.Minimize : ObjectiveSense.Maximize;
}
