using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Datasets;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>
/// Declares a formulation as a participant of the competition would: each statement by the type whose official rows say it, variables by a
/// gold mention of their column, numbers in the words of the text. A declaration is null where the scheme has none, or where it needs a
/// variable that no gold column stands for.
/// </summary>
internal sealed class OfficialDeclarations
{
    private readonly ProblemFormulation _formulation;
    private readonly ImmutableArray<string?> _mentions;

    public OfficialDeclarations(ProblemFormulation formulation, Nl4OptProblem gold, VariableMatching matching)
    {
        _formulation = formulation;
        _mentions = [.. matching.ColumnOf.Select(column => column is null ? null : gold.Mentions.First(mention => mention.Column == column).Text)];
    }

    /// <summary>The objective; null when it cannot be declared.</summary>
    public Nl4OptObjective? Objective()
    {
        var objective = _formulation.Objective;
        return objective.FixedCharges.IsEmpty && Terms(objective.Terms) is { } terms
            ? new Nl4OptObjective.Weighted(objective.Sense.ToString(), objective.Sense, objective.Name, terms)
            : null;
    }

    /// <summary>The constraints: one a bound, so that an equality or a range gives two; exactly one null for what cannot be declared.</summary>
    public ImmutableArray<Nl4OptConstraint?> Constraints() => [.. _formulation.Statements.SelectMany(Declare)];

    private IEnumerable<Nl4OptConstraint?> Declare(Statement statement) => statement switch
    {
        Statement.SingleVariable(var variable, var limit) => ForEachBound(limit, (comparison, number) => Named(variable) is not { } mention ? null
            : comparison == Nl4OptOperator.LessOrEqual
                ? new Nl4OptConstraint.UpperBound("", comparison, mention, number)
                : new Nl4OptConstraint.LowerBound("", comparison, mention, number)),
        Statement.Sum(var variables, var limit) => ForEachBound(limit, (comparison, number) => variables.Length == _formulation.Variables.Length
            ? AllNamed ? new Nl4OptConstraint.Sum("", comparison, number) : null
            : Linear(comparison, [.. variables.Select(variable => (variable, "1"))], number)),
        Statement.WeightedSum { FixedCharges.IsEmpty: true } sum => ForEachBound(sum.Limit, (comparison, number) => Terms(sum.Terms) is { } declared
            ? new Nl4OptConstraint.Linear("", comparison, declared, number)
            : null),
        Statement.Proportion proportion => Declare(proportion),
        Statement.Comparison comparison => Declare(comparison),
        Statement.SumComparison comparison => OperatorsOf(comparison.Operator).Select(side => Linear(
            side,
            [.. comparison.Left.Select(variable => (variable, "1")), .. comparison.Right.Select(variable => (variable, Text(-comparison.Factor.Value)))],
            comparison.Difference is { } difference ? Text(difference) : "0")),
        _ => [null],
    };

    private IEnumerable<Nl4OptConstraint?> Declare(Statement.Proportion proportion) => ForEachBound(proportion.Share, (comparison, number) =>
    {
        if (proportion.Part.Length == 1 && proportion.Whole.Length == _formulation.Variables.Length)
            return AllNamed ? new Nl4OptConstraint.Ratio("", comparison, Named(proportion.Part[0])!, number) : null;
        var share = Nl4OptNumber.OfficialValue(number);
        string Coefficient(DecisionVariableId variable) => Text(proportion.Part.Contains(variable) ? 1 - share : -share);
        return Linear(comparison, [.. proportion.Whole.Select(variable => (variable, Coefficient(variable)))], "0");
    });

    private IEnumerable<Nl4OptConstraint?> Declare(Statement.Comparison comparison) =>
        OperatorsOf(comparison.Operator).Select(Nl4OptConstraint? (side) => (Named(comparison.Left), Named(comparison.Right)) switch
        {
            ({ } left, { } right) when comparison.Factor.Value == 1 => new Nl4OptConstraint.Comparison("", side, left, right),
            ({ } left, { } right) => new Nl4OptConstraint.Multiple("", side, left, Text(comparison.Factor), right),
            _ => null,
        });

    private static ImmutableArray<Nl4OptOperator> OperatorsOf(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.AtMost => [Nl4OptOperator.LessOrEqual],
        ComparisonOperator.AtLeast => [Nl4OptOperator.GreaterOrEqual],
        _ => [Nl4OptOperator.LessOrEqual, Nl4OptOperator.GreaterOrEqual],
    };

    private IEnumerable<Nl4OptConstraint?> ForEachBound(Limit limit, Func<Nl4OptOperator, string, Nl4OptConstraint?> declare) => limit switch
    {
        Limit.AtMost(var number) => [declare(Nl4OptOperator.LessOrEqual, Text(number))],
        Limit.AtLeast(var number) => [declare(Nl4OptOperator.GreaterOrEqual, Text(number))],
        Limit.Exactly(var number) => [declare(Nl4OptOperator.LessOrEqual, Text(number)), declare(Nl4OptOperator.GreaterOrEqual, Text(number))],
        Limit.Between(var low, var high) => [declare(Nl4OptOperator.GreaterOrEqual, Text(low)), declare(Nl4OptOperator.LessOrEqual, Text(high))],
        _ => throw new ArgumentException($"Unknown limit {limit.GetType().Name}.", nameof(limit)),
    };

    private Nl4OptConstraint.Linear? Linear(
        Nl4OptOperator comparison, ImmutableArray<(DecisionVariableId Variable, string Number)> terms, string limit) =>
        terms.All(term => Named(term.Variable) is not null)
            ? new("", comparison, [.. terms.Select(term => new Nl4OptTerm(Named(term.Variable)!, term.Number))], limit)
            : null;

    private ImmutableArray<Nl4OptTerm>? Terms(ImmutableArray<WeightedVariable> terms) =>
        terms.All(term => Named(term.Variable) is not null)
            ? [.. terms.Select(term => new Nl4OptTerm(Named(term.Variable)!, Text(term)))]
            : null;

    private string Text(WeightedVariable term) => term.Deduction is null ? Text(term.Coefficient) : Text(term.Value);

    private bool AllNamed => _mentions.All(mention => mention is not null);

    private string? Named(DecisionVariableId variable) => _mentions[variable.Index];

    /// <summary>The words of a number where the official reading of them is the number, so that the same words give the very same double.</summary>
    private string Text(SourcedNumber number)
    {
        if (number.Evidence is { } evidence)
        {
            var quote = _formulation.Source.Quote(evidence);
            if (Math.Abs(Nl4OptNumber.OfficialValue(quote) - number.Value) <= 1e-9 * Math.Max(1, Math.Abs(number.Value))) return quote;
        }

        return Text(number.Value);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
