using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>Says what statements and objectives mean in canonical words, over columns that two formulations share.</summary>
public static class FormulationMeaning
{
    /// <summary>What the statements of a formulation mean, a range or an equality as two sides.</summary>
    /// <param name="lowered">The formulation, lowered; both sides of a comparison in the same way.</param>
    /// <param name="columnOf">The shared column of a variable; null where it has none.</param>
    public static ImmutableArray<RowMeaning> OfStatements(LoweredModel lowered, Func<DecisionVariableId, int?> columnOf)
    {
        ArgumentNullException.ThrowIfNull(lowered);
        ArgumentNullException.ThrowIfNull(columnOf);
        var meanings = ImmutableArray.CreateBuilder<RowMeaning>();
        for (var index = 0; index < lowered.Formulation.Statements.Length; index++)
        {
            foreach (var row in lowered.RowsOf(index))
                foreach (var side in Sides(row.Expression, row.Lower, row.Upper, lowered, columnOf)) meanings.Add(new(index, side));
            foreach (var row in lowered.IndicatorsOf(index))
                foreach (var side in Sides(row.Expression, row.Lower, row.Upper, lowered, columnOf))
                    meanings.Add(new(index, $"{Column(row.Binary, lowered, columnOf)} = {row.ActiveValue}: {side}"));
        }

        return meanings.ToImmutable();
    }

    /// <summary>What the objective of a formulation means: sense, amounts, constant.</summary>
    /// <param name="lowered">The formulation, lowered.</param>
    /// <param name="columnOf">The shared column of a variable; null where it has none.</param>
    public static string OfObjective(LoweredModel lowered, Func<DecisionVariableId, int?> columnOf)
    {
        ArgumentNullException.ThrowIfNull(lowered);
        ArgumentNullException.ThrowIfNull(columnOf);
        var objective = lowered.Model.Objective;
        return $"{objective.Sense}: {Terms(objective.Expression, 1, lowered, columnOf)} + {Number(objective.Expression.Constant)}";
    }

    private static IEnumerable<string> Sides(
        LinearExpression expression, double? lower, double? upper, LoweredModel lowered, Func<DecisionVariableId, int?> columnOf)
    {
        var size = expression.Terms.Select(term => Math.Abs(term.Coefficient)).DefaultIfEmpty(0).Max();
        if (size == 0) size = 1;
        if (upper is { } most) yield return $"{Terms(expression, 1 / size, lowered, columnOf)} <= {Number(most / size)}";
        if (lower is { } least) yield return $"{Terms(expression, -1 / size, lowered, columnOf)} <= {Number(-least / size)}";
    }

    private static string Terms(LinearExpression expression, double scale, LoweredModel lowered, Func<DecisionVariableId, int?> columnOf) =>
        string.Join(" + ", expression.Terms.Where(term => term.Coefficient != 0)
            .Select(term => (Column: Column(term.Variable, lowered, columnOf), term.Coefficient))
            .OrderBy(term => term.Column, StringComparer.Ordinal).Select(term => $"{Number(term.Coefficient * scale)} {term.Column}"));

    private static string Column(VariableId variable, LoweredModel lowered, Func<DecisionVariableId, int?> columnOf)
    {
        var origin = lowered.Variables[variable.Index];
        return (origin.IsActivity ? "y" : "x") + (columnOf(origin.Variable)?.ToString(CultureInfo.InvariantCulture) ?? "?");
    }

    /// <summary>To nine digits; a zero has no sign.</summary>
    private static string Number(double value) => (value == 0 ? 0 : value).ToString("g9", CultureInfo.InvariantCulture);
}
