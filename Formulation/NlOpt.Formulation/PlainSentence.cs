using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>
/// Says statements, objectives and plans back as one plain English sentence, with the names as the user wrote them. The wording avoids
/// verbs and plurals of those names, so that it is right for "chairs" and for "corn" alike.
/// </summary>
public static class PlainSentence
{
    private const int LargestDivisor = 12;
    private const double FinestDecimal = 10_000, RoundingError = 1e-7;

    /// <summary>A statement of a formulation, for example <c>At most 40 chairs.</c></summary>
    /// <param name="statement">Checked by <see cref="FormulationCheck"/>.</param>
    /// <param name="formulation">Gives names and units.</param>
    public static string Of(Statement statement, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        return Sentence(Phrase(statement, formulation));
    }

    /// <summary>The objective of a formulation, for example <c>Make the profit as large as possible: chairs at $20 each.</c></summary>
    public static string OfObjective(ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        var objective = formulation.Objective;
        var isCount = !objective.Terms.IsEmpty && objective.Terms.All(term => term.Value == 1 && term.Coefficient.Evidence is null);
        var amounts = isCount
            ? Together([.. objective.Terms.Select(term => term.Variable)], formulation)
            : TermList(objective.Terms, objective.Unit, formulation);
        var charges = ChargeList(objective.FixedCharges, objective.Unit, formulation);
        var constant = objective.Constant is { } fixedPart ? $", plus {AmountText.Of(fixedPart.Value, objective.Unit)} in any case" : "";
        var direction = objective.Sense == ObjectiveSense.Maximize ? "large" : "small";
        if (isCount && objective.Terms.Length == 1 && charges.Length + constant.Length == 0)
        {
            var isWhole = formulation[objective.Terms[0].Variable].Divisibility == Divisibility.Whole;
            return Sentence($"Make the {(isWhole ? "number" : "amount")} of {amounts} as {direction} as possible");
        }

        return Sentence($"Make {ObjectiveName(objective)} as {direction} as possible: {amounts}{charges}{constant}");
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
        return Sentence($"Best plan: {List(parts)}; {ObjectiveName(formulation.Objective)} {IsOrAre(formulation.Objective)} "
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

    /// <summary>"The profit is", "the earnings are", "the number of trips is": by the word that the name is built on.</summary>
    /// <param name="objective">The objective.</param>
    public static string IsOrAre(ObjectiveStatement objective)
    {
        var head = ObjectiveName(objective).Split(" of ")[0];
        var isPlural = head.EndsWith('s') && !(head.EndsWith("ss", StringComparison.Ordinal) || head.EndsWith("us", StringComparison.Ordinal)
            || head.EndsWith("is", StringComparison.Ordinal) || head.EndsWith("gas", StringComparison.Ordinal));
        return isPlural ? "are" : "is";
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
            Statement.ConditionalLimit conditional => UnitOf(conditional.Consequence, formulation),
            _ => null,
        };
    }

    private static string Phrase(Statement statement, ProblemFormulation formulation) => statement switch
    {
        Statement.SingleVariable(var variable, var limit) => OfSingle(formulation[variable], limit),
        Statement.Sum(var variables, var limit) =>
            $"{Names(variables, formulation)} together: {LimitText.Of(limit, CommonUnit(variables, formulation))}",
        Statement.WeightedSum sum => OfWeightedSum(sum, formulation),
        Statement.Proportion(var part, var whole, var share) =>
            $"Of {Together(whole, formulation)}, {LimitText.Of(share, AmountText.Percent)} must be {Names(part, formulation)}",
        Statement.Comparison comparison => OfComparison(comparison, formulation),
        Statement.SumComparison comparison => OfSumComparison(comparison, formulation),
        Statement.Implication(var condition, var consequence) => LogicSentence.OfImplication(condition, consequence, formulation),
        Statement.Equivalence(var left, var right) => LogicSentence.OfEquivalence(left, right, formulation),
        Statement.ActivityRequirement(var activity) => LogicSentence.OfRequirement(activity, formulation),
        Statement.ConditionalLimit conditional =>
            $"If {LogicSentence.Has(ActivityGroup.Of(conditional.If), formulation)}, then {Phrase(conditional.Consequence, formulation)}",
        Statement.Cardinality(var activities, var count) => LogicSentence.OfCardinality(activities, count, formulation),
        _ => throw new ArgumentException($"Unknown case {statement?.GetType().Name}.", nameof(statement)),
    };

    private static string OfSingle(DecisionVariable variable, Limit limit) =>
        LimitText.Of(limit, value => VariableText.Amount(value, variable), value => VariableText.Number(value, variable));

    private static string OfWeightedSum(Statement.WeightedSum sum, ProblemFormulation formulation) =>
        $"{TermList(sum.Terms, sum.Unit, formulation)}{ChargeList(sum.FixedCharges, sum.Unit, formulation)}: {LimitText.Of(sum.Limit, sum.Unit)}"
        + (sum.Terms.Length + sum.FixedCharges.Length > 1 ? " in all" : "");

    private static string OfComparison(Statement.Comparison comparison, ProblemFormulation formulation)
    {
        var left = formulation[comparison.Left];
        var right = formulation[comparison.Right];
        return $"{Bound(comparison.Operator)} {Times(comparison.Factor)}as {VariableText.ManyOrMuch(left)} as {VariableText.OtherSide(left, right)}";
    }

    /// <summary>With a difference it is said from its larger side: "x &gt;= z - 10" is "at most 10 fewer than z".</summary>
    private static string OfSumComparison(Statement.SumComparison comparison, ProblemFormulation formulation)
    {
        var isCounted = comparison.Left.All(variable => formulation[variable].Divisibility == Divisibility.Whole);
        var left = Together(comparison.Left, formulation);
        var right = Times(comparison.Factor) + Together(comparison.Right, formulation);
        if (comparison.Difference is not { Value: not 0 } difference)
        {
            var times = Times(comparison.Factor);
            return $"{left}: {Bound(comparison.Operator)} {times}as {(isCounted ? "many" : "much")} as {Together(comparison.Right, formulation)}";
        }

        var bound = (comparison.Operator, difference.Value) switch
        {
            (ComparisonOperator.Equal, _) => "exactly",
            (ComparisonOperator.AtLeast, > 0) or (ComparisonOperator.AtMost, < 0) => "at least",
            _ => "at most",
        };
        var amount = AmountText.Of(Math.Abs(difference.Value), CommonUnit(comparison.Left, formulation));
        return $"{left}: {bound} {amount} {(difference.Value > 0 ? "more" : isCounted ? "fewer" : "less")} than {right}";
    }

    private static string Bound(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.AtMost => "at most",
        ComparisonOperator.AtLeast => "at least",
        _ => "exactly",
    };

    private static string Times(SourcedNumber factor) => factor.Value switch
    {
        1 => "",
        2 => "twice ",
        0.5 => "half ",
        var value => $"{Fraction(value) ?? AmountText.Of(value)} times ",
    };

    /// <summary>"2/3" where the digits would never end; null elsewhere.</summary>
    private static string? Fraction(double value)
    {
        if (Math.Abs(value * FinestDecimal - Math.Round(value * FinestDecimal)) < RoundingError) return null;
        for (var divisor = 3; divisor <= LargestDivisor; divisor++)
        {
            var parts = Math.Round(value * divisor);
            if (parts >= 1 && Math.Abs(value * divisor - parts) < RoundingError) return string.Create(CultureInfo.InvariantCulture, $"{parts}/{divisor}");
        }

        return null;
    }

    private static string TermList(ImmutableArray<WeightedVariable> terms, string? unit, ProblemFormulation formulation) =>
        List(terms.Select(term =>
        {
            var less = term.Deduction is { } deduction ? $" less {AmountText.Of(deduction.Value, unit)}" : "";
            var variable = formulation[term.Variable];
            return $"{variable.Name} at {AmountText.Of(term.Coefficient.Value, unit)}{less} {VariableText.Each(variable)}";
        }));

    /// <summary>What is charged once: <c>, plus $500 once for any chairs, less $20 once for any tables</c>; empty for none.</summary>
    private static string ChargeList(ImmutableArray<FixedCharge> charges, string? unit, ProblemFormulation formulation) => string.Concat(charges.Select(charge =>
        $", {(charge.Amount.Value < 0 ? "less" : "plus")} {AmountText.Of(Math.Abs(charge.Amount.Value), unit)} once for any {formulation[charge.Variable].Name}"));

    private static string Together(ImmutableArray<DecisionVariableId> variables, ProblemFormulation formulation) =>
        Names(variables, formulation) + (variables.Length > 1 ? " together" : "");

    private static string Names(ImmutableArray<DecisionVariableId> variables, ProblemFormulation formulation) =>
        List(variables.Select(variable => formulation[variable].Name));

    private static string? CommonUnit(ImmutableArray<DecisionVariableId> variables, ProblemFormulation formulation)
    {
        var units = variables.Select(variable => formulation[variable].Unit).Distinct(StringComparer.Ordinal).ToList();
        return units.Count == 1 ? units[0] : null;
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";
}
