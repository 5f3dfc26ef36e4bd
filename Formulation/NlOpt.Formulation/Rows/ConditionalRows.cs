using NlOpt.Modeling;

namespace NlOpt.Formulation.Rows;

/// <summary>
/// Limits that hold only when something is done. Where a bound of the limited sum is proven, the row is relaxed by exactly as much as the bound
/// allows; where none is, it is an indicator row. No constant is invented.
/// </summary>
internal static class ConditionalRows
{
    public static IEnumerable<StatementRow> Of(Statement.ConditionalLimit conditional, AmountFacts facts) => conditional.IsSemiContinuous
        ? SemiContinuous(conditional, facts)
        : Threshold(conditional, facts);

    /// <summary><c>l y &lt;= x &lt;= u y</c>: without y, nothing.</summary>
    private static IEnumerable<StatementRow> SemiContinuous(Statement.ConditionalLimit conditional, AmountFacts facts)
    {
        var activity = facts.ActivityOf(conditional.If.Variable);
        LinearExpression Against(double limit) => LinearExpression.Of([AmountRows.Amount(conditional.If.Variable), new(activity, -limit)]);
        if (conditional.Limit.Lower is { } least) yield return new(Against(least), 0, null);
        if (conditional.Limit.Upper is { } most) yield return new(Against(most), null, 0);
    }

    private static IEnumerable<StatementRow> Threshold(Statement.ConditionalLimit conditional, AmountFacts facts)
    {
        var sum = LinearExpression.Of(AmountRows.Terms(conditional.Terms));
        var when = new BinaryValue(facts.ActivityOf(conditional.If.Variable), conditional.If.IsActive);
        if (conditional.Limit.Lower is { } least)
        {
            // Without negative coefficients 0 is proven, and reads better than a sharper bound.
            var smallest = sum.Terms.All(term => term.Coefficient > 0 && facts.Lower[term.Variable.Index] >= 0) ? 0 : facts.SmallestOf(sum);
            yield return double.IsFinite(smallest)
                ? Relaxed(sum, when, least, Math.Min(smallest, least), isLower: true)
                : new(sum, least, null, when);
        }

        if (conditional.Limit.Upper is { } most)
        {
            var largest = facts.LargestOf(sum);
            yield return double.IsFinite(largest)
                ? Relaxed(sum, when, most, Math.Max(largest, most), isLower: false)
                : new(sum, null, most, when);
        }
    }

    /// <summary>The limit when the condition holds, and the proven bound otherwise.</summary>
    private static StatementRow Relaxed(LinearExpression sum, BinaryValue when, double limit, double bound, bool isLower)
    {
        var shift = new Term(when.Binary, when.Value ? bound - limit : limit - bound);
        var side = when.Value ? bound : limit;
        return new(LinearExpression.Of([.. sum.Terms, shift]), isLower ? side : null, isLower ? null : side);
    }
}
