using NlOpt.Formulation;

namespace NlOpt.Understanding.Assembly;

/// <summary>Finds variables that add to the objective and that no statement keeps from growing.</summary>
internal static class GrowthLimits
{
    /// <summary>Those variables, in order. Amounts that statements tie to limited ones are limited too.</summary>
    public static IEnumerable<DecisionVariableId> Unlimited(ProblemFormulation formulation)
    {
        var limited = new HashSet<DecisionVariableId>();
        int before;
        do
        {
            before = limited.Count;
            foreach (var statement in formulation.Statements) limited.UnionWith(Limited(statement, limited));
        }
        while (limited.Count > before);
        return formulation.Objective.Terms.Where(term => term.Value > 0 && !limited.Contains(term.Variable)).Select(term => term.Variable);
    }

    private static IEnumerable<DecisionVariableId> Limited(Statement statement, HashSet<DecisionVariableId> limited) => statement switch
    {
        Statement.SingleVariable(var variable, { Upper: not null }) => [variable],
        Statement.Sum(var variables, { Upper: not null }) => variables,
        Statement.WeightedSum(var terms, { Upper: not null }) when terms.All(term => term.Value >= 0) =>
            terms.Where(term => term.Value > 0).Select(term => term.Variable),
        Statement.Comparison(var left, var comparison, _, var right) =>
        [
            .. comparison != ComparisonOperator.AtLeast && limited.Contains(right) ? [left] : Array.Empty<DecisionVariableId>(),
            .. comparison != ComparisonOperator.AtMost && limited.Contains(left) ? [right] : Array.Empty<DecisionVariableId>(),
        ],
        Statement.SumComparison(var left, var comparison, _, var right, _) =>
        [
            .. comparison != ComparisonOperator.AtLeast && right.All(limited.Contains) ? left : [],
            .. comparison != ComparisonOperator.AtMost && left.All(limited.Contains) ? right : [],
        ],
        Statement.ActivityRequirement({ IsActive: false } activity) => [activity.Variable],
        Statement.ConditionalLimit { IsSemiContinuous: true, Limit.Upper: not null } conditional => [conditional.If.Variable],

        // A share below all of it is limited by the rest, the rest by a share that is above nothing.
        Statement.Proportion(var part, var whole, { Upper: < 1 }) when whole.Except(part).All(limited.Contains) => part,
        Statement.Proportion(var part, var whole, { Lower: > 0 }) when part.All(limited.Contains) => whole,
        _ => [],
    };
}
