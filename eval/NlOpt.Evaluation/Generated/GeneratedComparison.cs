using System.Collections.Immutable;
using NlOpt.Datasets.Generation;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>A generated problem and its reading, both lowered with all amounts whole, side by side.</summary>
internal sealed class GeneratedComparison
{
    private readonly LoweredModel _gold;
    private readonly LoweredModel _predicted;
    private readonly VariableMatching _matching;

    public GeneratedComparison(GeneratedProblem problem, LoweredModel predicted)
    {
        _gold = Lowering.Lower(problem.Formulation, AllWhole).Value;
        _predicted = predicted;
        _matching = VariableMatching.Of(problem.Mentions, problem.Formulation.Variables.Length, predicted.Formulation);
    }

    /// <summary>How both sides are lowered.</summary>
    public static LoweringOptions AllWhole { get; } = new() { Kinds = AmountKinds.AllInteger };

    /// <summary>What is wrong, the earliest kind first; empty when the models mean the same.</summary>
    public ImmutableArray<string> Errors()
    {
        if (_predicted.Formulation.Variables.Length != _gold.Formulation.Variables.Length) return ["number of variables", .. OfRows()];
        if (Correspondence() is { } variables && ModelEquivalence.AreEquivalent(_gold.Model, _predicted.Model, variables)) return [];
        var errors = ImmutableArray.CreateBuilder<string>();
        if (!_matching.NamesAgree) errors.Add("names of variables");
        if (_gold.Model.Objective.Sense != _predicted.Model.Objective.Sense) errors.Add("objective sense");
        if (!HaveEqualObjectives()) errors.Add("objective");
        errors.AddRange(OfRows());
        // Rows that only links and bounds of activities tell apart.
        return errors.Count == 0 ? ["activities"] : errors.ToImmutable();
    }

    /// <summary>For each gold variable the predicted one; null where they do not pair up one to one, activities included.</summary>
    private ImmutableArray<VariableId>? Correspondence()
    {
        if (_gold.Variables.Length != _predicted.Variables.Length) return null;
        var partners = _gold.Variables.Select(origin => PartnerOf(origin)).ToList();
        return partners.Contains(null) ? null : [.. partners.Select(partner => partner!.Value)];
    }

    private VariableId? PartnerOf(VariableOrigin gold)
    {
        if (_matching.VariableOf[gold.Variable.Index] is not { } variable) return null;
        var id = new DecisionVariableId(variable);
        return gold.IsActivity ? _predicted.ActivityOf(id) : _predicted.AmountOf(id);
    }

    private bool HaveEqualObjectives()
    {
        var terms = new double[_gold.Variables.Length];
        foreach (var (variable, coefficient) in _gold.Model.Objective.Expression.Terms) terms[variable.Index] += coefficient;
        foreach (var (variable, coefficient) in _predicted.Model.Objective.Expression.Terms)
        {
            if (GoldOf(variable) is not { } column) return false;
            terms[column] -= coefficient;
        }

        return Array.TrueForAll(terms, rest => Math.Abs(rest) <= CanonicalRow.Tolerance)
            && CanonicalRow.Close(_gold.Model.Objective.Expression.Constant, _predicted.Model.Objective.Expression.Constant);
    }

    /// <summary>The gold variable of a predicted one; null when it has none.</summary>
    private int? GoldOf(VariableId predicted)
    {
        var origin = _predicted.Variables[predicted.Index];
        if (_matching.ColumnOf[origin.Variable.Index] is not { } column) return null;
        var id = new DecisionVariableId(column);
        return origin.IsActivity ? _gold.ActivityOf(id)?.Index : _gold.AmountOf(id).Index;
    }

    /// <summary>Statements of one side that say what no statement of the other says, by template.</summary>
    private IEnumerable<string> OfRows()
    {
        var gold = Statements(_gold, variable => variable.Index);
        var predicted = Statements(_predicted, GoldOf);
        var missing = gold.Where(one => !predicted.Any(other => other.Rows == one.Rows)).Select(one => one.Template).ToList();
        var spurious = predicted.Where(one => !gold.Any(other => other.Rows == one.Rows)).Select(one => one.Template).ToList();
        foreach (var template in missing.ToList())
        {
            if (!spurious.Remove(template)) continue;
            missing.Remove(template);
            yield return $"wrong: {template}";
        }

        if (missing is [var lost] && spurious is [var made])
        {
            yield return $"{lost} read as {made}";
            yield break;
        }

        foreach (var template in missing) yield return $"missing: {template}";
        foreach (var template in spurious) yield return $"spurious: {template}";
    }

    private static List<(string Template, string Rows)> Statements(LoweredModel lowered, Func<VariableId, int?> columnOf) =>
    [
        .. lowered.Formulation.Statements.Select((statement, index) => (
            Template.Of(statement).Id,
            string.Join("; ", lowered.RowsOf(index).Select(row => Text(row.Expression, row.Lower, row.Upper, columnOf))
                .Concat(lowered.IndicatorsOf(index).Select(row => $"{columnOf(row.Binary)}={row.ActiveValue}: {Text(row.Expression, row.Lower, row.Upper, columnOf)}"))
                .Order(StringComparer.Ordinal)))),
    ];

    /// <summary>A row in gold columns, scaled so that its first coefficient is 1.</summary>
    private static string Text(LinearExpression expression, double? lower, double? upper, Func<VariableId, int?> columnOf)
    {
        var terms = expression.Terms.Select(term => (Column: columnOf(term.Variable) ?? -1, term.Coefficient)).OrderBy(term => term.Column).ToList();
        var scale = terms.Count == 0 || terms[0].Coefficient == 0 ? 1 : terms[0].Coefficient;
        var (low, high) = scale > 0 ? (lower, upper) : (upper, lower);
        return FormattableString.Invariant(
            $"{low / scale:g9} <= {string.Join(" + ", terms.Select(term => FormattableString.Invariant($"{term.Coefficient / scale:g9} x{term.Column}")))} <= {high / scale:g9}");
    }
}
