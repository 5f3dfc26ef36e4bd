using NlOpt.Formulation;

namespace NlOpt.Agents.Checking;

/// <summary>The variables that a statement speaks of.</summary>
internal static class StatementVariables
{
    public static IEnumerable<DecisionVariableId> Of(Statement statement) => statement switch
    {
        Statement.SingleVariable single => [single.Variable],
        Statement.Sum sum => sum.Variables,
        Statement.WeightedSum sum => sum.Terms.Select(term => term.Variable).Concat(sum.FixedCharges.Select(charge => charge.Variable)),
        Statement.Proportion proportion => proportion.Part.Concat(proportion.Whole),
        Statement.Comparison comparison => [comparison.Left, comparison.Right],
        Statement.SumComparison comparison => comparison.Left.Concat(comparison.Right),
        Statement.Implication implication => implication.If.Activities.Concat(implication.Then.Activities).Select(activity => activity.Variable),
        Statement.Equivalence equivalence => [equivalence.Left.Variable, equivalence.Right.Variable],
        Statement.ActivityRequirement requirement => [requirement.Activity.Variable],
        Statement.ConditionalLimit conditional => conditional.Terms.Select(term => term.Variable).Prepend(conditional.If.Variable),
        Statement.Cardinality choice => choice.Activities.Select(activity => activity.Variable),
        _ => throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement)),
    };
}
