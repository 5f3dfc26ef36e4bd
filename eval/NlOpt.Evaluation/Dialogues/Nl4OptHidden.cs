using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Evaluation;

/// <summary>
/// Makes hidden problems of NL4Opt declarations: what a simulated user knows is the gold, its words for measures come from the text.
/// </summary>
internal sealed class Nl4OptHidden
{
    private readonly Nl4OptProblem _problem;
    private readonly List<SpokenNumber> _numbers;

    private Nl4OptHidden(Nl4OptProblem problem)
    {
        _problem = problem;
        _numbers = [.. NoteReader.Numbers(problem.Text)];
    }

    /// <summary>The hidden problem; null where a declaration names no known variable or holds no readable number.</summary>
    public static HiddenProblem? Of(Nl4OptProblem problem) => new Nl4OptHidden(problem).Make();

    private HiddenProblem? Make()
    {
        var variables = Enumerable.Range(0, _problem.VariableCount).Select(column => new DecisionVariable(
            new DecisionVariableId(column), NameOf(column), [], null, Divisibility.Whole, "the data do not say")).ToImmutableArray();
        if (variables.Select(variable => variable.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < variables.Length) return null;
        var statements = _problem.Constraints.Select(Statement).ToList();
        ImmutableArray<WeightedVariable>? terms = _problem.Objective switch
        {
            Nl4OptObjective.Weighted weighted => Terms(weighted.Terms),
            _ => [.. variables.Select(variable => new WeightedVariable(variable.Id, new SourcedNumber(1)))],
        };
        if (terms is not { } amounts || statements.Contains(null)) return null;
        var isCount = _problem.Objective is Nl4OptObjective.Count;
        var objective = new ObjectiveStatement(
            _problem.Objective.Sense, isCount ? ObjectiveClass.Count : ObjectiveClass.Resource, _problem.Objective.Name, amounts)
        { Unit = !isCount && amounts.Any(term => IsMoney(term.Coefficient)) ? "$" : null };
        var formulation = new ProblemFormulation(
            Source.Of(_problem.Text), variables, objective, [.. statements.Select(statement => statement!)], [], [], 1);
        return FormulationCheck.Check(formulation).Any(finding => finding.Severity == DiagnosticSeverity.Error)
            ? null
            : new HiddenProblem(_problem.Text, formulation);
    }

    /// <summary>The longest of the names that the data give a column.</summary>
    private string NameOf(int column) => _problem.Mentions.Where(mention => mention.Column == column).Select(mention => mention.Text.Trim())
        .OrderByDescending(name => name.Length).First();

    private Statement? Statement(Nl4OptConstraint constraint)
    {
        var isLeast = constraint.Operator == Nl4OptOperator.GreaterOrEqual;
        Limit? Of(string raw, bool isShare = false)
        {
            if (Number(raw) is not { } number) return null;
            if (isShare && number.Value > 1) number = number with { Value = number.Value / 100 };
            return isLeast ? new Limit.AtLeast(number) : new Limit.AtMost(number);
        }

        var how = isLeast ? ComparisonOperator.AtLeast : ComparisonOperator.AtMost;
        ImmutableArray<DecisionVariableId> all = [.. Enumerable.Range(0, _problem.VariableCount).Select(column => new DecisionVariableId(column))];
        switch (constraint)
        {
            case Nl4OptConstraint.Linear linear when Terms(linear.Terms) is { } terms && Of(linear.Limit) is { } limit:
                return new Statement.WeightedSum(terms, limit) { Unit = IsMoney(limit.Numbers.First()) ? "$" : null };
            case Nl4OptConstraint.Sum sum when Of(sum.Limit) is { } limit:
                return all.Length > 1 ? new Statement.Sum(all, limit) : new Statement.SingleVariable(all[0], limit);
            case Nl4OptConstraint.LowerBound bound when Variable(bound.Mention) is { } variable && Of(bound.Limit) is { } limit:
                return new Statement.SingleVariable(variable, limit);
            case Nl4OptConstraint.UpperBound bound when Variable(bound.Mention) is { } variable && Of(bound.Limit) is { } limit:
                return new Statement.SingleVariable(variable, limit);
            case Nl4OptConstraint.Ratio ratio when Variable(ratio.Mention) is { } variable && Of(ratio.Limit, isShare: true) is { } limit:
                return new Statement.Proportion([variable], all, limit);
            case Nl4OptConstraint.Multiple multiple when Variable(multiple.XMention) is { } left && Variable(multiple.YMention) is { } right
                && left != right && Number(multiple.Parameter) is { } factor:
                return new Statement.Comparison(left, how, factor, right);
            case Nl4OptConstraint.Comparison comparison when Variable(comparison.XMention) is { } left
                && Variable(comparison.YMention) is { } right && left != right:
                return new Statement.Comparison(left, how, new SourcedNumber(1), right);
            default:
                return null;
        }
    }

    private DecisionVariableId? Variable(string mention) => _problem.ColumnOf(mention) is { } column ? new DecisionVariableId(column) : null;

    private ImmutableArray<WeightedVariable>? Terms(ImmutableArray<Nl4OptTerm> terms)
    {
        var made = terms.Select(term => (Variable: Variable(term.Mention), Number: Number(term.Number))).ToList();
        if (made.Exists(term => term.Variable is null || term.Number is null)) return null;
        if (made.Select(term => term.Variable).Distinct().Count() < made.Count) return null;
        return [.. made.Select(term => new WeightedVariable(term.Variable!.Value, term.Number!.Value))];
    }

    /// <summary>The number with its place in the text: the first of its value that nothing has used yet.</summary>
    private SourcedNumber? Number(string raw)
    {
        if (Nl4OptNumber.Value(raw) is not { } value) return null;
        var at = _numbers.FindIndex(number => Math.Abs(number.Value - value) <= 1e-9 * Math.Abs(value));
        if (at < 0) return new SourcedNumber(value);
        var place = _numbers[at].Evidence;
        _numbers.RemoveAt(at);
        return new SourcedNumber(value, place);
    }

    private bool IsMoney(SourcedNumber number) => number.Evidence is { } evidence
        && (_problem.Text[evidence.Start] == '$' || (evidence.Start > 0 && _problem.Text[evidence.Start - 1] == '$'));
}
