using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>One row <c>Lower &lt;= Expression &lt;= Upper</c> that a statement asks for.</summary>
internal readonly record struct StatementRow(LinearExpression Expression, double? Lower, double? Upper)
{
    /// <summary>The rows of a statement: one, or two for a range of shares.</summary>
    /// <param name="statement">Checked by <see cref="FormulationCheck"/>.</param>
    /// <param name="activityOf">The binary variable of a decision variable; asked for logic statements only.</param>
    public static IEnumerable<StatementRow> Of(Statement statement, Func<DecisionVariableId, VariableId> activityOf) => statement switch
    {
        Statement.SingleVariable(var variable, var limit) => [Of([Amount(variable)], limit)],
        Statement.Sum(var variables, var limit) => [Of(variables.Select(variable => Amount(variable)), limit)],
        Statement.WeightedSum(var terms, var limit) => [Of(terms.Select(term => Amount(term.Variable, term.Value)), limit)],
        Statement.Proportion proportion => OfProportion(proportion),
        Statement.Comparison comparison => [OfComparison(comparison)],
        Statement.Implication(var condition, var consequence) => [OfImplication(condition, consequence, activityOf)],
        Statement.Cardinality(var activities, var count) => [OfCardinality([.. activities], count, activityOf)],
        _ => throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement)),
    };

    /// <summary>True for statements about whether something is done at all.</summary>
    public static bool IsLogic(Statement statement) => statement is Statement.Implication or Statement.Cardinality;

    private static Term Amount(DecisionVariableId variable, double coefficient = 1) => new(new VariableId(variable.Index), coefficient);

    private static StatementRow Of(IEnumerable<Term> terms, Limit limit) => new(LinearExpression.Of(terms), limit.Lower, limit.Upper);

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

    private static StatementRow OfComparison(Statement.Comparison comparison) => new(
        LinearExpression.Of([Amount(comparison.Left), Amount(comparison.Right, -comparison.Factor.Value)]),
        comparison.Operator == ComparisonOperator.AtMost ? null : 0,
        comparison.Operator == ComparisonOperator.AtLeast ? null : 0);

    private static StatementRow OfImplication(Activity condition, Activity consequence, Func<DecisionVariableId, VariableId> activityOf)
    {
        var (left, leftConstant) = Literal(condition, activityOf);
        var (right, rightConstant) = Literal(consequence, activityOf);
        return Positive(LinearExpression.Of([left, right with { Coefficient = -right.Coefficient }]), null, rightConstant - leftConstant);
    }

    private static StatementRow OfCardinality(List<Activity> activities, Limit count, Func<DecisionVariableId, VariableId> activityOf)
    {
        var literals = activities.ConvertAll(activity => Literal(activity, activityOf));
        var constant = literals.Sum(literal => literal.Constant);
        return Positive(LinearExpression.Of(literals.Select(literal => literal.Term)), count.Lower - constant, count.Upper - constant);
    }

    /// <summary>The same row, with its sign turned where every coefficient is negative: "no A or no B" reads as <c>yA + yB &lt;= 1</c>.</summary>
    private static StatementRow Positive(LinearExpression expression, double? lower, double? upper) =>
        expression.Terms.Any(term => term.Coefficient > 0)
            ? new(expression, lower, upper)
            : new(LinearExpression.Of(expression.Terms.Select(term => term with { Coefficient = -term.Coefficient })), -upper, -lower);

    /// <summary>An activity as <c>y</c> and its negation as <c>1 - y</c>.</summary>
    private static (Term Term, double Constant) Literal(Activity activity, Func<DecisionVariableId, VariableId> activityOf) =>
        activity.IsActive ? (new(activityOf(activity.Variable), 1), 0) : (new(activityOf(activity.Variable), -1), 1);
}
