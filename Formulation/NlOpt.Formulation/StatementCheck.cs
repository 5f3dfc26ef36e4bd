using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>What each kind of statement must fulfil.</summary>
internal static class StatementCheck
{
    public static void Check(Statement statement, FormulationFindings at)
    {
        at.Evidence(statement.Evidence);
        at.Probability(statement.Probability, "probability");
        switch (statement)
        {
            case Statement.SingleVariable single:
                at.Reference(single.Variable);
                at.Limit(single.Limit, "limit");
                break;
            case Statement.Sum sum:
                at.Variables(sum.Variables, 2, "a sum");
                at.Limit(sum.Limit, "limit");
                break;
            case Statement.WeightedSum sum:
                if (sum.Terms.IsDefaultOrEmpty) at.Error("formulation.variables.few", "a weighted sum needs at least 1 term");
                else at.Terms(sum.Terms);
                at.Charges(sum.FixedCharges);
                at.Limit(sum.Limit, "limit");
                break;
            case Statement.Proportion proportion:
                CheckProportion(proportion, at);
                break;
            case Statement.Comparison comparison:
                at.Reference(comparison.Left);
                at.Reference(comparison.Right);
                at.Number(comparison.Factor, "factor");
                if (comparison.Factor.Value <= 0) at.Error("formulation.comparison", "its factor must be above zero");
                if (comparison.Left == comparison.Right) at.Error("formulation.comparison", "it compares a variable with itself");
                if (!Enum.IsDefined(comparison.Operator)) at.Error("formulation.comparison", "its operator is unknown");
                break;
            case Statement.SumComparison comparison:
                CheckSumComparison(comparison, at);
                break;
            case Statement.Implication implication:
                CheckImplication(implication, at);
                break;
            case Statement.Equivalence equivalence:
                at.Reference(equivalence.Left.Variable);
                at.Reference(equivalence.Right.Variable);
                if (equivalence.Left.Variable == equivalence.Right.Variable)
                    at.Error("formulation.equivalence", "both of its sides speak of the same variable");
                break;
            case Statement.ActivityRequirement requirement:
                at.Reference(requirement.Activity.Variable);
                break;
            case Statement.ConditionalLimit conditional:
                CheckConditional(conditional, at);
                break;
            case Statement.Cardinality cardinality:
                CheckCardinality(cardinality, at);
                break;
            default:
                throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement));
        }
    }

    private static void CheckProportion(Statement.Proportion proportion, FormulationFindings at)
    {
        at.Variables(proportion.Part, 1, "the part");
        at.Variables(proportion.Whole, 1, "the whole");
        at.Limit(proportion.Share, "share");
        if (proportion.Share.Numbers.Any(share => share.Value is < 0 or > 1))
            at.Error("formulation.share", "its share must lie between 0 and 1", "write 30% as 0.3");
        if (!proportion.Part.IsDefault && !proportion.Whole.IsDefault && proportion.Part.Except(proportion.Whole).Any())
            at.Error("formulation.part", "a variable of the part is missing in the whole");
    }

    private static void CheckSumComparison(Statement.SumComparison comparison, FormulationFindings at)
    {
        at.Variables(comparison.Left, 1, "the left side");
        at.Variables(comparison.Right, 1, "the right side");
        at.Number(comparison.Factor, "factor");
        if (comparison.Difference is { } difference) at.Number(difference, "difference");
        if (comparison.Factor.Value <= 0) at.Error("formulation.comparison", "its factor must be above zero");
        if (!Enum.IsDefined(comparison.Operator)) at.Error("formulation.comparison", "its operator is unknown");
        if (!comparison.Left.IsDefault && !comparison.Right.IsDefault && comparison.Left.Intersect(comparison.Right).Any())
            at.Error("formulation.comparison", "a variable stands on both of its sides");
    }

    private static void CheckImplication(Statement.Implication implication, FormulationFindings at)
    {
        var (condition, consequence) = (VariablesOf(implication.If.Activities), VariablesOf(implication.Then.Activities));
        at.Variables(condition, 1, "the condition");
        at.Variables(consequence, 1, "the consequence");
        if (!condition.IsDefault && !consequence.IsDefault && condition.Intersect(consequence).Any())
            at.Error("formulation.implication", "both of its sides speak of the same variable");
    }

    private static void CheckConditional(Statement.ConditionalLimit conditional, FormulationFindings at)
    {
        at.Reference(conditional.If.Variable);
        at.Limit(conditional.Limit, "limit");
        if (conditional.Terms.IsDefaultOrEmpty)
        {
            at.Error("formulation.variables.few", "a conditional limit needs at least 1 term");
            return;
        }

        at.Terms(conditional.Terms);
        if (!conditional.If.IsActive && conditional.Terms is [var only] && only.Variable == conditional.If.Variable)
            at.Error("formulation.conditional", "it limits the amount of the very thing that there must be none of");
    }

    private static void CheckCardinality(Statement.Cardinality cardinality, FormulationFindings at)
    {
        at.Variables(VariablesOf(cardinality.Activities), 2, "a choice");
        at.Limit(cardinality.Count, "count");
        if (cardinality.Count.Numbers.Any(count => count.Value < 0 || count.Value != Math.Floor(count.Value)))
            at.Error("formulation.count", "its count must be a whole number, zero or more");
        else if (!cardinality.Activities.IsDefault && cardinality.Count.Lower > cardinality.Activities.Length)
            at.Warning("formulation.count.unreachable", $"it asks for more than the {cardinality.Activities.Length} there are");
    }

    private static ImmutableArray<DecisionVariableId> VariablesOf(ImmutableArray<Activity> activities) =>
        activities.IsDefault ? default : [.. activities.Select(activity => activity.Variable)];
}
