using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation.Rows;

/// <summary>Rows over the binary variables of activities; an absent thing stands in them as <c>1 - y</c>.</summary>
internal static class LogicRows
{
    /// <summary>
    /// One row for each alternative condition and each separate consequence: "A or B" are two conditions, "C and D" two consequences. Within
    /// a row, <c>A and B</c> is <c>yA + yB - 1</c> and <c>C or D</c> is <c>yC + yD</c>, which needs no further binaries and is as tight as can be.
    /// </summary>
    public static IEnumerable<StatementRow> OfImplication(ActivityGroup condition, ActivityGroup consequence, AmountFacts facts) =>
        from together in Parts(condition, isJoined: condition.IsAll)
        from alternatives in Parts(consequence, isJoined: !consequence.IsAll)
        let left = Sum(together, facts)
        let right = Sum(alternatives, facts)
        select Positive([.. left.Terms, .. Negated(right.Terms)], null, right.Constant - left.Constant + together.Length - 1);

    public static StatementRow OfEquivalence(Activity left, Activity right, AmountFacts facts)
    {
        var (one, other) = (Sum([left], facts), Sum([right], facts));
        var difference = other.Constant - one.Constant;
        return Positive([.. one.Terms, .. Negated(other.Terms)], difference, difference);
    }

    public static StatementRow OfCardinality(ImmutableArray<Activity> activities, Limit count, AmountFacts facts)
    {
        var (terms, constant) = Sum(activities, facts);
        return Positive(terms, count.Lower - constant, count.Upper - constant);
    }

    /// <summary>An activity as <c>y</c> and its negation as <c>1 - y</c>, added up.</summary>
    private static (ImmutableArray<Term> Terms, int Constant) Sum(ImmutableArray<Activity> activities, AmountFacts facts) => (
        [.. activities.Select(activity => new Term(facts.ActivityOf(activity.Variable), activity.IsActive ? 1 : -1))],
        activities.Count(activity => !activity.IsActive));

    private static IEnumerable<ImmutableArray<Activity>> Parts(ActivityGroup group, bool isJoined) =>
        isJoined ? [group.Activities] : group.Activities.Select(activity => ImmutableArray.Create(activity));

    /// <summary>The row, with its sign turned where every coefficient is negative: "no A or no B" reads as <c>yA + yB &lt;= 1</c>.</summary>
    private static StatementRow Positive(ImmutableArray<Term> terms, double? lower, double? upper) => terms.Any(term => term.Coefficient > 0)
        ? new(LinearExpression.Of(terms), lower, upper)
        : new(LinearExpression.Of(Negated(terms)), -upper, -lower);

    private static IEnumerable<Term> Negated(ImmutableArray<Term> terms) => terms.Select(term => term with { Coefficient = -term.Coefficient });
}
