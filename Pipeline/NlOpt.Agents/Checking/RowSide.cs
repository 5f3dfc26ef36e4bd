using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Checking;

/// <summary>
/// One side of a row of a statement, <c>sum a_i x_i &lt;= b</c>, over the decision variables: scaled so that the largest coefficient has size 1. A
/// range and an equality are two sides.
/// </summary>
internal sealed class RowSide
{
    private const double Tolerance = 1e-6;

    private readonly ImmutableArray<(string Column, double Coefficient)> _terms;
    private readonly double _limit;
    private readonly string _condition;

    private RowSide(int statement, LinearExpression expression, double sign, double limit, string condition, Func<VariableId, string> columnOf)
    {
        var size = expression.Terms.Select(term => Math.Abs(term.Coefficient)).DefaultIfEmpty(0).Max();
        var scale = sign / (size == 0 ? 1 : size);
        _terms = [.. expression.Terms.Where(term => term.Coefficient != 0)
            .Select(term => (columnOf(term.Variable), term.Coefficient * scale)).OrderBy(term => term.Item1, StringComparer.Ordinal)];
        (StatementIndex, _limit, _condition) = (statement, limit * scale, condition);
        Key = $"{condition}{string.Join(" + ", _terms.Select(term => $"{Number(term.Coefficient)} {term.Column}"))} <= {Number(_limit)}";
    }

    /// <summary>The statement that says it.</summary>
    public int StatementIndex { get; }

    /// <summary>Equal sides have equal keys: numbers to seven digits.</summary>
    public string Key { get; }

    /// <summary>The sides of all statements of a lowered formulation.</summary>
    /// <param name="lowered">The formulation.</param>
    /// <param name="order">
    /// The place of each variable by its position, where two formulations are to share columns; null for the position itself.
    /// </param>
    public static IEnumerable<RowSide> Of(LoweredModel lowered, IReadOnlyList<int>? order = null)
    {
        for (var index = 0; index < lowered.Formulation.Statements.Length; index++)
        {
            foreach (var row in lowered.RowsOf(index))
                foreach (var side in Sides(index, row.Expression, row.Lower, row.Upper, "", Column)) yield return side;
            foreach (var row in lowered.IndicatorsOf(index))
            {
                foreach (var side in Sides(index, row.Expression, row.Lower, row.Upper, $"{Column(row.Binary)} = {row.ActiveValue}: ", Column))
                    yield return side;
            }
        }

        string Column(VariableId variable)
        {
            var (decided, isActivity) = lowered.Variables[variable.Index];
            return (isActivity ? "y" : "x") + (order?[decided.Index] ?? decided.Index).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>True when this says at least where the other says at most, of the same amounts and limit.</summary>
    public bool IsOppositeOf(RowSide other) => _condition == other._condition && Close(_limit, -other._limit)
        && _terms.Length == other._terms.Length
        && _terms.Zip(other._terms).All(pair => pair.First.Column == pair.Second.Column && Close(pair.First.Coefficient, -pair.Second.Coefficient));

    /// <summary>True when both limit the same amounts in the same direction, whatever the limit.</summary>
    public bool HasTermsOf(RowSide other) => _condition == other._condition && _terms.Length == other._terms.Length
        && _terms.Zip(other._terms).All(pair => pair.First.Column == pair.Second.Column && Close(pair.First.Coefficient, pair.Second.Coefficient));

    /// <summary>True when both speak of the same variables.</summary>
    public bool HasColumnsOf(RowSide other) => _terms.Select(term => term.Column).SequenceEqual(other._terms.Select(term => term.Column));

    private static IEnumerable<RowSide> Sides(
        int statement, LinearExpression expression, double? lower, double? upper, string condition, Func<VariableId, string> columnOf)
    {
        if (upper is { } most) yield return new RowSide(statement, expression, 1, most, condition, columnOf);
        if (lower is { } least) yield return new RowSide(statement, expression, -1, least, condition, columnOf);
    }

    private static bool Close(double left, double right) =>
        Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right)));

    private static string Number(double value) => (value == 0 ? 0 : value).ToString("g7", CultureInfo.InvariantCulture);
}
