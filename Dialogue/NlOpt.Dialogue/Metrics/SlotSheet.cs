using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Metrics;

/// <summary>
/// The slots of a problem: each variable and its kind, the sense and the name of the objective, and those of every statement. What a data set
/// declares and what an agent understood are both written as such a sheet, and then compared.
/// </summary>
/// <param name="Variables">The variables.</param>
/// <param name="Sense">Small or large.</param>
/// <param name="ObjectiveName">Name of the amount that is wanted, for example <c>profit</c>.</param>
/// <param name="Objective">The objective's terms and constant.</param>
/// <param name="Statements">What must hold.</param>
public sealed record SlotSheet(
    ImmutableArray<SlotVariable> Variables,
    ObjectiveSense Sense,
    string ObjectiveName,
    SlotStatement Objective,
    ImmutableArray<SlotStatement> Statements)
{
    /// <summary>Number of slots: two for what is wanted, its name being the template of the objective, and all the others.</summary>
    public int Count => Variables.Length + Variables.Count(variable => variable.Divisibility is not null) + 1 + Objective.Count
        + Statements.Sum(statement => statement.Count);

    /// <summary>The slots of a formulation.</summary>
    public static SlotSheet Of(ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        var objective = formulation.Objective;
        return new SlotSheet(
            [.. formulation.Variables.Select(variable => new SlotVariable(
                [.. variable.Mentions.Select(formulation.Source.Quote).Prepend(variable.Name).Distinct(StringComparer.OrdinalIgnoreCase)],
                variable.Divisibility))],
            objective.Sense,
            objective.Name,
            new SlotStatement(
                SlotShape.Objective,
                null,
                [.. Terms(objective.Terms, SlotRole.Amount), .. Charges(objective.FixedCharges)],
                objective.Constant is { } constant ? [constant.Value] : []),
            [.. formulation.Statements.Select(SlotsOf)]);
    }

    private static SlotStatement SlotsOf(Statement statement) => statement switch
    {
        Statement.SingleVariable(var variable, var limit) => Limited(SlotShape.SingleVariable, Plain([variable], SlotRole.Amount), limit),
        Statement.Sum(var variables, var limit) => Limited(SlotShape.Sum, Plain(variables, SlotRole.Amount), limit),
        Statement.WeightedSum sum => Limited(SlotShape.WeightedSum, [.. Terms(sum.Terms, SlotRole.Amount), .. Charges(sum.FixedCharges)], sum.Limit),
        Statement.Proportion(var part, var whole, var share) =>
            Limited(SlotShape.Proportion, [.. Plain(part, SlotRole.Amount), .. Plain(whole, SlotRole.Counterpart)], share),
        Statement.Comparison comparison => Compared([comparison.Left], comparison.Operator, comparison.Factor, [comparison.Right], null),
        Statement.SumComparison comparison =>
            Compared(comparison.Left, comparison.Operator, comparison.Factor, comparison.Right, comparison.Difference),
        Statement.Implication(var condition, var consequence) => new SlotStatement(
            SlotShape.Implication,
            null,
            [.. Activities(condition.Activities, SlotRole.Amount), .. Activities(consequence.Activities, SlotRole.Counterpart)],
            []),
        Statement.Equivalence(var left, var right) => new SlotStatement(
            SlotShape.Equivalence, null, [.. Activities([left], SlotRole.Amount), .. Activities([right], SlotRole.Counterpart)], []),
        Statement.ActivityRequirement(var activity) => new SlotStatement(
            SlotShape.ActivityRequirement, null, [.. Activities([activity], SlotRole.Amount)], []),
        Statement.ConditionalLimit(var condition, var terms, var limit) => Limited(
            SlotShape.ConditionalLimit, [.. Activities([condition], SlotRole.Condition), .. Terms(terms, SlotRole.Amount)], limit),
        Statement.Cardinality(var activities, var count) => Limited(SlotShape.Cardinality, [.. Activities(activities, SlotRole.Amount)], count),
        _ => throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement)),
    };

    private static SlotStatement Limited(SlotShape shape, ImmutableArray<SlotTerm> terms, Limit limit) => new(
        shape,
        limit switch
        {
            Limit.AtMost => SlotOperator.AtMost,
            Limit.AtLeast => SlotOperator.AtLeast,
            Limit.Exactly => SlotOperator.Equal,
            _ => SlotOperator.Between,
        },
        terms,
        [.. limit.Numbers.Select(number => number.Value)]);

    private static SlotStatement Compared(
        ImmutableArray<DecisionVariableId> left,
        ComparisonOperator comparison,
        SourcedNumber factor,
        ImmutableArray<DecisionVariableId> right,
        SourcedNumber? difference) => new(
        SlotShape.Comparison,
        comparison switch
        {
            ComparisonOperator.AtMost => SlotOperator.AtMost,
            ComparisonOperator.AtLeast => SlotOperator.AtLeast,
            _ => SlotOperator.Equal,
        },
        [.. Plain(left, SlotRole.Amount), .. Plain(right, SlotRole.Counterpart)],
        difference is { } added ? [factor.Value, added.Value] : [factor.Value]);

    private static ImmutableArray<SlotTerm> Plain(ImmutableArray<DecisionVariableId> variables, SlotRole role) =>
        [.. variables.Select(variable => new SlotTerm(variable.Index, role))];

    private static IEnumerable<SlotTerm> Terms(ImmutableArray<WeightedVariable> terms, SlotRole role) =>
        terms.Select(term => new SlotTerm(term.Variable.Index, role, term.Value));

    private static IEnumerable<SlotTerm> Charges(ImmutableArray<FixedCharge> charges) =>
        charges.Select(charge => new SlotTerm(charge.Variable.Index, SlotRole.FixedCharge, charge.Amount.Value));

    private static IEnumerable<SlotTerm> Activities(ImmutableArray<Activity> activities, SlotRole role) =>
        activities.Select(activity => new SlotTerm(activity.Variable.Index, role, activity.IsActive ? 1 : 0));
}
