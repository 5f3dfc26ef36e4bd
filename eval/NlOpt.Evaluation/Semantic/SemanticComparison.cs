using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>A row on one side of the comparison.</summary>
/// <param name="Type">Its NL4Opt type; the template id where that data has no type for it.</param>
/// <param name="Text">The row as one line of algebra.</param>
/// <param name="Canonical">Its canonical form; null for a predicted row that cannot be written in the gold columns.</param>
/// <param name="Evidence">The words it comes from; empty for gold rows.</param>
internal sealed record ComparedRow(string Type, string Text, CanonicalRow? Canonical, ImmutableArray<Evidence> Evidence)
{
    public bool Means(ComparedRow other) => Canonical is not null && other.Canonical is not null && Canonical.Means(other.Canonical);
}

/// <summary>Gold and predicted model side by side, by meaning.</summary>
internal sealed class SemanticComparison
{
    private readonly bool _isPredicted;

    /// <summary>Compares; without a prediction everything counts as missed.</summary>
    public SemanticComparison(ReferenceModel gold, LoweredModel? predicted, VariableMatching? matching)
    {
        _isPredicted = predicted is not null;
        GoldRows = [.. gold.Model.Rows.SelectMany(row =>
            OneSide(row, gold.Model, gold.Types[row.Id.Index], [], gold.Problem.VariableCount, variable => variable.Index))];
        GoldObjective = Vector(gold.Model.Objective.Expression, gold.Problem.VariableCount, variable => variable.Index)!.Value;
        if (predicted is null || matching is null) return;

        int? ColumnOf(VariableId variable) => predicted.Variables[variable.Index] is { IsActivity: false } origin ? matching.ColumnOf[origin.Variable.Index] : null;
        var rows = new List<ComparedRow>();
        for (var index = 0; index < predicted.Formulation.Statements.Length; index++)
        {
            var statement = predicted.Formulation.Statements[index];
            var type = Template.Nl4OptTypeOf(statement) ?? Template.Of(statement).Id;
            foreach (var row in predicted.RowsOf(index).SelectMany(row => OneSide(row, predicted.Model, type, statement.Evidence, gold.Problem.VariableCount, ColumnOf)))
                if (!rows.Any(row.Means)) rows.Add(row);
        }

        PredictedRows = [.. rows];
        VariableCountRight = predicted.Formulation.Variables.Length == gold.Problem.VariableCount;
        SenseRight = predicted.Model.Objective.Sense == gold.Model.Objective.Sense;
        PredictedObjective = Vector(predicted.Model.Objective.Expression, gold.Problem.VariableCount, ColumnOf);
        ObjectiveRight = predicted.Model.Objective.Expression.Constant == 0
            && PredictedObjective is { } vector && vector.Zip(GoldObjective, CanonicalRow.Close).All(close => close);
    }

    public ImmutableArray<ComparedRow> GoldRows { get; }

    /// <summary>The predicted rows; one that says what an earlier one says is left out.</summary>
    public ImmutableArray<ComparedRow> PredictedRows { get; } = [];

    public ImmutableArray<double> GoldObjective { get; }

    /// <summary>The predicted objective over the gold columns; null when it needs a variable without a column.</summary>
    public ImmutableArray<double>? PredictedObjective { get; }

    public bool VariableCountRight { get; }

    public bool SenseRight { get; }

    public bool ObjectiveRight { get; }

    public bool IsMatched(ComparedRow gold) => PredictedRows.Any(gold.Means);

    public bool IsRight(ComparedRow predicted) => GoldRows.Any(predicted.Means);

    /// <summary>Everything right: rows, objective, sense and number of variables.</summary>
    public bool ModelRight => _isPredicted && VariableCountRight && SenseRight && ObjectiveRight && GoldRows.All(IsMatched) && PredictedRows.All(IsRight);

    private static IEnumerable<ComparedRow> OneSide(
        Row row, Model model, string type, ImmutableArray<Evidence> evidence, int columnCount, Func<VariableId, int?> columnOf)
    {
        if (row.Upper is { } upper)
            yield return new(type, AlgebraText.Of(row with { Lower = null }, model), CanonicalRow.Of(row.Expression, upper, true, columnCount, columnOf), evidence);
        if (row.Lower is { } lower)
            yield return new(type, AlgebraText.Of(row with { Upper = null }, model), CanonicalRow.Of(row.Expression, lower, false, columnCount, columnOf), evidence);
    }

    private static ImmutableArray<double>? Vector(LinearExpression expression, int columnCount, Func<VariableId, int?> columnOf)
    {
        var vector = new double[columnCount];
        foreach (var (variable, coefficient) in expression.Terms)
        {
            if (columnOf(variable) is not { } column) return null;
            vector[column] += coefficient;
        }

        return [.. vector];
    }
}
