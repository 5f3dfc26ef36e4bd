using NlOpt.Modeling;

namespace NlOpt.Formulation.Rows;

/// <summary>One row <c>Lower &lt;= Expression &lt;= Upper</c> that a statement asks for.</summary>
/// <param name="Expression">Its left-hand side.</param>
/// <param name="Lower">Smallest activity; null for none.</param>
/// <param name="Upper">Largest activity; null for none.</param>
/// <param name="OnlyWhen">The value of a binary variable at which it must hold; null when always.</param>
internal readonly record struct StatementRow(LinearExpression Expression, double? Lower, double? Upper, BinaryValue? OnlyWhen = null)
{
    /// <summary>A limit on a sum of terms.</summary>
    public static StatementRow Of(IEnumerable<Term> terms, Limit limit) => new(LinearExpression.Of(terms), limit.Lower, limit.Upper);

    /// <summary>The rows of a statement: at least one.</summary>
    /// <param name="statement">Checked by <see cref="FormulationCheck"/>.</param>
    /// <param name="facts">What is known about the amounts, and their binary variables.</param>
    public static IEnumerable<StatementRow> Of(Statement statement, AmountFacts facts) => statement switch
    {
        Statement.WeightedSum sum => [Of([.. AmountRows.Terms(sum.Terms), .. AmountRows.Charges(sum.FixedCharges, facts)], sum.Limit)],
        Statement.Implication(var condition, var consequence) => LogicRows.OfImplication(condition, consequence, facts),
        Statement.Equivalence(var left, var right) => [LogicRows.OfEquivalence(left, right, facts)],
        Statement.Cardinality(var activities, var count) => [LogicRows.OfCardinality(activities, count, facts)],
        Statement.ConditionalLimit conditional => ConditionalRows.Of(conditional, facts),
        _ => AmountRows.Of(statement, facts.SmallestBatches),
    };
}

/// <summary>A binary variable with one of its values: true is 1.</summary>
internal readonly record struct BinaryValue(VariableId Binary, bool Value);
