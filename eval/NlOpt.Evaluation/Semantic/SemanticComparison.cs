using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>Gold and predicted model side by side, by meaning.</summary>
internal sealed class SemanticComparison
{
    /// <summary>Compares; without a prediction everything counts as missed.</summary>
    public SemanticComparison(ReferenceModel gold, LoweredModel? predicted, VariableMatching? matching)
    {
        GoldRows = [.. gold.Model.Rows.SelectMany(row =>
            Sides(row, gold.Model, gold.Types[row.Id.Index], [], row.Id.Index, gold.Problem.VariableCount, variable => variable.Index))];
        GoldObjective = Vector(gold.Model.Objective.Expression, gold.Problem.VariableCount, variable => variable.Index)!.Value;
        if (predicted is null || matching is null) return;

        int? ColumnOf(VariableId variable) =>
            predicted.Variables[variable.Index] is { IsActivity: false } origin ? matching.ColumnOf[origin.Variable.Index] : null;
        var rows = new List<ComparedRow>();
        for (var index = 0; index < predicted.Formulation.Statements.Length; index++)
        {
            var statement = predicted.Formulation.Statements[index];
            var type = Template.Nl4OptTypeOf(statement) ?? Template.Of(statement).Id;
            foreach (var row in predicted.RowsOf(index))
                foreach (var side in Sides(row, predicted.Model, type, statement.Evidence, index, gold.Problem.VariableCount, ColumnOf))
                    if (!rows.Any(side.Means)) rows.Add(side);

            // The gold scheme has no rows that hold sometimes.
            rows.AddRange(predicted.IndicatorsOf(index).Select(row => new ComparedRow(type, AlgebraText.Of(row, predicted.Model), null, statement.Evidence, index)));
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
    public bool ModelRight =>
        VariableCountRight && SenseRight && ObjectiveRight && GoldRows.All(IsMatched) && PredictedRows.All(IsRight);

    private static IEnumerable<ComparedRow> Sides(
        Row row, Model model, string type, ImmutableArray<Evidence> evidence, int position, int columnCount, Func<VariableId, int?> columnOf)
    {
        ComparedRow Side(Row oneSided, double limit, bool isUpper) => new(
            type, AlgebraText.Of(oneSided, model), CanonicalRow.Of(row.Expression, limit, isUpper, columnCount, columnOf), evidence, position);
        if (row.Upper is { } upper) yield return Side(row with { Lower = null }, upper, true);
        if (row.Lower is { } lower) yield return Side(row with { Upper = null }, lower, false);
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
