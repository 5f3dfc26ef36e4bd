using NlOpt.Formulation;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Numbers that a statement limits, with what they count: <c>200 pastries</c>, <c>46 hours</c>, <c>30%</c>, <c>1.5 times</c>.</summary>
internal static class LimitWords
{
    /// <summary>A number with what it counts.</summary>
    public static string Of(Statement statement, double number, ProblemFormulation formulation) => statement switch
    {
        Statement.SingleVariable(var variable, _) => number == 0 ? "0" : PlainSentence.OfAmount(formulation[variable], number),
        Statement.ConditionalLimit conditional => Of(conditional.Consequence, number, formulation),
        _ when PlainSentence.UnitOf(statement, formulation) is { } unit && !AmountText.IsCurrency(unit) => $"{Bare(statement, number, formulation)} {unit}",
        _ => Bare(statement, number, formulation),
    };

    /// <summary>The number alone, as it is written.</summary>
    public static string Bare(Statement statement, double number, ProblemFormulation formulation)
    {
        var unit = PlainSentence.UnitOf(statement, formulation);
        return statement switch
        {
            Statement.Proportion => AmountText.Percent(AmountText.Readable(number)),
            Statement.Comparison or Statement.SumComparison { Difference: null } => $"{AmountText.Of(AmountText.Readable(number))} times",
            _ => AmountText.IsCurrency(unit) ? AmountText.Of(AmountText.Readable(number, unit), unit) : AmountText.Of(AmountText.Readable(number)),
        };
    }

    /// <summary>The objective in its unit.</summary>
    public static string OfObjective(double value, ProblemFormulation formulation)
    {
        var unit = formulation.Objective.Unit;
        return AmountText.Of(AmountText.Readable(value, unit), unit);
    }
}
