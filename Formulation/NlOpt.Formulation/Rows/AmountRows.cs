using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation.Rows;

/// <summary>Rows over amounts alone.</summary>
internal static class AmountRows
{
    /// <summary>
    /// What a statement says about amounts whatever is done or not: all of it where it speaks of amounts only; for others what follows from it,
    /// which may be nothing. Bounds are proven from these rows.
    /// </summary>
    /// <param name="statement">Checked by <see cref="FormulationCheck"/>.</param>
    /// <param name="smallestBatches">By decision variable; null when unknown.</param>
    public static IEnumerable<StatementRow> Of(Statement statement, IReadOnlyList<double?> smallestBatches) => statement switch
    {
        Statement.SingleVariable(var variable, var limit) => [StatementRow.Of([Amount(variable)], limit)],
        Statement.Sum(var variables, var limit) => [StatementRow.Of(variables.Select(variable => Amount(variable)), limit)],
        Statement.WeightedSum sum => [WithoutCharges(sum)],
        Statement.Proportion proportion => OfProportion(proportion),
        Statement.Comparison comparison =>
            [Compared([Amount(comparison.Left), Amount(comparison.Right, -comparison.Factor.Value)], comparison.Operator, 0)],
        Statement.SumComparison comparison => [Compared(
            [.. comparison.Left.Select(left => Amount(left)), .. comparison.Right.Select(right => Amount(right, -comparison.Factor.Value))],
            comparison.Operator,
            comparison.Difference?.Value ?? 0)],
        Statement.ActivityRequirement({ IsActive: false } activity) => [new(LinearExpression.Of([Amount(activity.Variable)]), null, 0)],
        Statement.ActivityRequirement(var activity) =>
            [new(LinearExpression.Of([Amount(activity.Variable)]), smallestBatches[activity.Variable.Index] ?? 0, null)],
        Statement.ConditionalLimit { IsSemiContinuous: true, Limit.Upper: { } most } conditional =>
            [new(LinearExpression.Of([Amount(conditional.If.Variable)]), null, Math.Max(most, 0))],
        Statement.ConditionalLimit or Statement.Implication or Statement.Equivalence or Statement.Cardinality => [],
        _ => throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement)),
    };

    /// <summary>Amounts times their coefficients.</summary>
    public static IEnumerable<Term> Terms(ImmutableArray<WeightedVariable> terms) => terms.Select(term => Amount(term.Variable, term.Value));

    /// <summary>Binary variables times what they charge.</summary>
    public static IEnumerable<Term> Charges(ImmutableArray<FixedCharge> charges, AmountFacts facts) =>
        charges.Select(charge => new Term(facts.ActivityOf(charge.Variable), charge.Amount.Value));

    public static Term Amount(DecisionVariableId variable, double coefficient = 1) => new(new VariableId(variable.Index), coefficient);

    /// <summary>What a limit leaves for the amounts when the fixed charges are as kind as they can be.</summary>
    private static StatementRow WithoutCharges(Statement.WeightedSum sum) => new(
        LinearExpression.Of(Terms(sum.Terms)),
        sum.Limit.Lower - sum.FixedCharges.Sum(charge => Math.Max(charge.Amount.Value, 0)),
        sum.Limit.Upper - sum.FixedCharges.Sum(charge => Math.Min(charge.Amount.Value, 0)));

    private static IEnumerable<StatementRow> OfProportion(Statement.Proportion proportion)
    {
        StatementRow Against(double share, double? lower, double? upper) => new(
            LinearExpression.Of(proportion.Whole.Select(variable => Amount(variable, proportion.Part.Contains(variable) ? 1 - share : -share))),
            lower,
            upper);
        return proportion.Share switch
        {
            Limit.AtMost(var share) => [Against(share.Value, null, 0)],
            Limit.AtLeast(var share) => [Against(share.Value, 0, null)],
            Limit.Exactly(var share) => [Against(share.Value, 0, 0)],
            Limit.Between(var low, var high) => [Against(low.Value, 0, null), Against(high.Value, null, 0)],
            _ => throw new ArgumentException($"Unknown limit {proportion.Share.GetType().Name}.", nameof(proportion)),
        };
    }

    private static StatementRow Compared(IEnumerable<Term> difference, ComparisonOperator comparison, double value) => new(
        LinearExpression.Of(difference),
        comparison == ComparisonOperator.AtMost ? null : value,
        comparison == ComparisonOperator.AtLeast ? null : value);
}
