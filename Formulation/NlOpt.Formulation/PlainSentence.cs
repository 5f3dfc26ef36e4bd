using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>
/// Says statements, objectives and plans back as one plain English sentence, with the names as the user wrote them. The wording avoids
/// verbs and plurals of those names, so that it is right for "chairs" and for "corn" alike.
/// </summary>
public static class PlainSentence
{
    /// <summary>A statement of a formulation, for example <c>At most 40 chairs.</c></summary>
    /// <param name="statement">Checked by <see cref="FormulationCheck"/>.</param>
    /// <param name="formulation">Gives names and units.</param>
    public static string Of(Statement statement, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        return Sentence(statement switch
        {
            Statement.SingleVariable(var variable, var limit) => OfSingle(formulation[variable], limit),
            Statement.Sum(var variables, var limit) =>
                $"{Names(variables, formulation)} together: {Limited(limit, CommonUnit(variables, formulation))}",
            Statement.WeightedSum sum => OfWeightedSum(sum, formulation),
            Statement.Proportion(var part, var whole, var share) =>
                $"Of {Names(whole, formulation)}{(whole.Length > 1 ? " together" : "")}, "
                + $"{Limited(share, AmountText.Percent)} must be {Names(part, formulation)}",
            Statement.Comparison comparison => OfComparison(comparison, formulation),
            Statement.Implication(var condition, var consequence) =>
                $"If the plan has {(condition.IsActive ? "any" : "no")} {formulation[condition.Variable].Name}, "
                + $"it must have {(consequence.IsActive ? "some" : "no")} {formulation[consequence.Variable].Name}",
            Statement.Cardinality(var activities, var count) => OfCardinality(activities, count, formulation),
            _ => throw new ArgumentException($"Unknown case {statement?.GetType().Name}.", nameof(statement)),
        });
    }

    /// <summary>The objective of a formulation, for example <c>Make the profit as large as possible: chairs at $20 each.</c></summary>
    public static string OfObjective(ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        var objective = formulation.Objective;
        var isCount = objective.Terms.All(term => term.Value == 1 && term.Coefficient.Evidence is null);
        var amounts = isCount
            ? Names([.. objective.Terms.Select(term => term.Variable)], formulation) + (objective.Terms.Length > 1 ? " together" : "")
            : TermList(objective.Terms, objective.Unit, formulation);
        var constant = objective.Constant is { } fixedPart ? $", plus {AmountText.Of(fixedPart.Value, objective.Unit)} in any case" : "";
        var direction = objective.Sense == ObjectiveSense.Maximize ? "large" : "small";
        return Sentence($"Make {ObjectiveName(objective)} as {direction} as possible: {amounts}{constant}");
    }

    /// <summary>A plan with its worth, for example <c>Best plan: 12 chairs and 8 tables; the profit is $560.</c></summary>
    /// <param name="formulation">Gives names and units.</param>
    /// <param name="amounts">The amount of each decision variable, by id.</param>
    /// <param name="objectiveValue">The value of the objective at this plan.</param>
    public static string OfPlan(ProblemFormulation formulation, IReadOnlyList<double> amounts, double objectiveValue)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Count != formulation.Variables.Length) throw new ArgumentException("There must be one amount a variable.", nameof(amounts));
        var parts = formulation.Variables.Select(variable => OfAmount(variable, amounts[variable.Id.Index]));
        var unit = formulation.Objective.Unit;
        return Sentence($"Best plan: {List(parts)}; {ObjectiveName(formulation.Objective)} is "
            + AmountText.Of(AmountText.Readable(objectiveValue, unit), unit));
    }

    /// <summary>A planned amount of a variable as a phrase, rounded for reading: <c>12 acres of corn</c>, <c>no chairs</c>.</summary>
    public static string OfAmount(DecisionVariable variable, double amount)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var readable = AmountText.Readable(amount, variable.Unit);
        return readable == 0 ? $"no {variable.Name}" : VariableText.Amount(readable, variable);
    }

    /// <summary>Joins phrases as in <c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var list = phrases.ToList();
        return list.Count < 2 ? string.Concat(list) : string.Join(", ", list[..^1]) + " and " + list[^1];
    }

    /// <summary>The objective as a phrase: <c>the profit</c>.</summary>
    public static string ObjectiveName(ObjectiveStatement objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var name = string.IsNullOrWhiteSpace(objective.Name) ? "total" : objective.Name.Trim();
        return name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? "the " + name[4..] : "the " + name;
    }

    /// <summary>The unit of what a statement limits; null where it has none in common, or speaks of shares or of things done at all.</summary>
    public static string? UnitOf(Statement statement, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        return statement switch
        {
            Statement.SingleVariable(var variable, _) => formulation[variable].Unit,
            Statement.Sum(var variables, _) => CommonUnit(variables, formulation),
            Statement.WeightedSum sum => sum.Unit,
            _ => null,
        };
    }

    private static string OfSingle(DecisionVariable variable, Limit limit) =>
        Limited(limit, value => VariableText.Amount(value, variable), value => VariableText.Number(value, variable));

    private static string OfWeightedSum(Statement.WeightedSum sum, ProblemFormulation formulation) =>
        $"{TermList(sum.Terms, sum.Unit, formulation)}: {Limited(sum.Limit, sum.Unit)}{(sum.Terms.Length > 1 ? " in all" : "")}";

    private static string OfComparison(Statement.Comparison comparison, ProblemFormulation formulation)
    {
        var left = formulation[comparison.Left];
        var right = formulation[comparison.Right];
        var times = comparison.Factor.Value switch
        {
            1 => "",
            2 => "twice ",
            0.5 => "half ",
            var factor => $"{AmountText.Of(factor)} times ",
        };
        var bound = comparison.Operator switch
        {
            ComparisonOperator.AtMost => "At most",
            ComparisonOperator.AtLeast => "At least",
            _ => "Exactly",
        };
        return $"{bound} {times}as {VariableText.ManyOrMuch(left)} as {VariableText.OtherSide(left, right)}";
    }

    private static string OfCardinality(ImmutableArray<Activity> activities, Limit count, ProblemFormulation formulation)
    {
        if (activities is [{ IsActive: true } first, { IsActive: true } second])
        {
            var (a, b) = (formulation[first.Variable].Name, formulation[second.Variable].Name);
            switch (count)
            {
                case Limit.Exactly { Number.Value: 1 }: return $"The plan must have either {a} or {b}, but not both";
                case Limit.AtLeast { Number.Value: 1 }: return $"The plan must have {a} or {b} or both";
                case Limit.AtMost { Number.Value: 1 }: return $"The plan must not have both {a} and {b}";
                default: break;
            }
        }

        var names = activities.Select(activity => (activity.IsActive ? "" : "no ") + formulation[activity.Variable].Name);
        return $"The plan must have {Limited(count, (string?)null)} of these {activities.Length}: {List(names)}";
    }

    private static string TermList(ImmutableArray<WeightedVariable> terms, string? unit, ProblemFormulation formulation) =>
        List(terms.Select(term =>
        {
            var less = term.Deduction is { } deduction ? $" less {AmountText.Of(deduction.Value, unit)}" : "";
            var variable = formulation[term.Variable];
            return $"{variable.Name} at {AmountText.Of(term.Coefficient.Value, unit)}{less} {VariableText.Each(variable)}";
        }));

    private static string Limited(Limit limit, string? unit) =>
        Limited(limit, value => AmountText.Of(value, unit), value => AmountText.IsCurrency(unit) ? AmountText.Of(value, unit) : AmountText.Of(value));

    /// <param name="limit">The limit.</param>
    /// <param name="say">Says a number with what it counts.</param>
    /// <param name="sayFirst">Says the first number of a range; null when as the others.</param>
    private static string Limited(Limit limit, Func<double, string> say, Func<double, string>? sayFirst = null) => limit switch
    {
        Limit.AtMost(var number) => $"at most {say(number.Value)}",
        Limit.AtLeast(var number) => $"at least {say(number.Value)}",
        Limit.Exactly(var number) => $"exactly {say(number.Value)}",
        Limit.Between(var low, var high) => $"between {(sayFirst ?? say)(low.Value)} and {say(high.Value)}",
        _ => throw new ArgumentException($"Unknown limit {limit.GetType().Name}.", nameof(limit)),
    };

    private static string Names(ImmutableArray<DecisionVariableId> variables, ProblemFormulation formulation) =>
        List(variables.Select(variable => formulation[variable].Name));

    private static string? CommonUnit(ImmutableArray<DecisionVariableId> variables, ProblemFormulation formulation)
    {
        var units = variables.Select(variable => formulation[variable].Unit).Distinct(StringComparer.Ordinal).ToList();
        return units.Count == 1 ? units[0] : null;
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";
}
