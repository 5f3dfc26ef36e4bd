using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>The statements that clauses make, looked at as a whole: with other numbers or variables, or as a text to compare by.</summary>
internal static class ClauseMeaning
{
    /// <summary>The same statement with other numbers and variables, without evidence.</summary>
    public static Statement Map(Statement statement, Func<SourcedNumber, SourcedNumber> number, Func<DecisionVariableId, DecisionVariableId> variable)
    {
        return statement switch
        {
            Statement.SingleVariable(var only, var limit) => new Statement.SingleVariable(variable(only), OfLimit(limit)),
            Statement.Sum(var summed, var limit) => new Statement.Sum(All(summed), OfLimit(limit)),
            Statement.Proportion(var part, var whole, var share) => new Statement.Proportion(All(part), All(whole), OfLimit(share)),
            Statement.Comparison(var left, var comparison, var factor, var right) =>
                new Statement.Comparison(variable(left), comparison, number(factor), variable(right)),
            Statement.SumComparison(var left, var comparison, var factor, var right, var difference) =>
                new Statement.SumComparison(All(left), comparison, number(factor), All(right), difference is { } said ? number(said) : null),
            Statement.Implication(var condition, var result) => new Statement.Implication(OfGroup(condition), OfGroup(result)),
            Statement.Equivalence(var left, var right) => new Statement.Equivalence(OfActivity(left), OfActivity(right)),
            Statement.ActivityRequirement(var activity) => new Statement.ActivityRequirement(OfActivity(activity)),
            Statement.ConditionalLimit(var condition, var terms, var limit) => new Statement.ConditionalLimit(
                OfActivity(condition), [.. terms.Select(OfTerm)], OfLimit(limit)),
            Statement.Cardinality(var activities, var count) => new Statement.Cardinality([.. activities.Select(OfActivity)], OfLimit(count)),
            _ => throw new ArgumentException($"No rule reads a {statement.GetType().Name}.", nameof(statement)),
        };

        ImmutableArray<DecisionVariableId> All(ImmutableArray<DecisionVariableId> variables) => [.. variables.Select(variable)];
        WeightedVariable OfTerm(WeightedVariable term) => term with { Variable = variable(term.Variable), Coefficient = number(term.Coefficient) };
        Activity OfActivity(Activity activity) => activity with { Variable = variable(activity.Variable) };
        ActivityGroup OfGroup(ActivityGroup group) => group with { Activities = [.. group.Activities.Select(OfActivity)] };
        Limit OfLimit(Limit limit) => limit switch
        {
            Limit.AtMost(var most) => new Limit.AtMost(number(most)),
            Limit.AtLeast(var least) => new Limit.AtLeast(number(least)),
            Limit.Exactly(var exact) => new Limit.Exactly(number(exact)),
            Limit.Between(var low, var high) => new Limit.Between(number(low), number(high)),
            _ => throw new ArgumentException($"Unknown limit {limit.GetType().Name}.", nameof(statement)),
        };
    }

    /// <summary>Statements that say the same of the same variables have equal texts.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="position">Where each variable stands in the reading to compare with.</param>
    public static string Signature(Statement statement, Func<DecisionVariableId, int> position)
    {
        return FormattableString.Invariant($"{statement.GetType().Name} {Roles()}");

        string Roles() => statement switch
        {
            Statement.SingleVariable(var only, var limit) => $"{position(only)} {OfLimit(limit)}",
            Statement.Sum(var summed, var limit) => $"{All(summed)} {OfLimit(limit)}",
            Statement.Proportion(var part, var whole, var share) => $"{All(part)} in {All(whole)} {OfLimit(share)}",
            Statement.Comparison(var left, var comparison, var factor, var right) =>
                FormattableString.Invariant($"{position(left)} {comparison} {factor.Value} {position(right)}"),
            Statement.SumComparison(var left, var comparison, var factor, var right, var difference) =>
                FormattableString.Invariant($"{All(left)} {comparison} {factor.Value} {All(right)} {difference?.Value}"),
            Statement.Implication(var condition, var result) => $"{OfGroup(condition)} then {OfGroup(result)}",
            Statement.Equivalence(var left, var right) => OfGroup(new ActivityGroup([left, right], true)),
            Statement.ActivityRequirement(var activity) => OfActivity(activity),
            Statement.ConditionalLimit(var condition, var terms, var limit) =>
                $"{OfActivity(condition)} then {string.Join(',', terms.Select(OfTerm))} {OfLimit(limit)}",
            Statement.Cardinality(var activities, var count) => $"{OfGroup(new ActivityGroup(activities, true))} {OfLimit(count)}",
            _ => throw new ArgumentException($"No rule reads a {statement.GetType().Name}.", nameof(statement)),
        };

        string All(ImmutableArray<DecisionVariableId> variables) => string.Join(',', variables.Select(position).Order());
        string OfTerm(WeightedVariable term) => FormattableString.Invariant($"{position(term.Variable)}*{term.Value}");
        string OfActivity(Activity activity) => FormattableString.Invariant($"{(activity.IsActive ? "" : "no ")}{position(activity.Variable)}");
        string OfGroup(ActivityGroup group) => (group.IsAll ? "all " : "any ")
            + string.Join(',', group.Activities.Select(OfActivity).Order(StringComparer.Ordinal));
        string OfLimit(Limit limit) =>
            $"{limit.GetType().Name} {string.Join(' ', limit.Numbers.Select(number => FormattableString.Invariant($"{number.Value:R}")))}";
    }
}
