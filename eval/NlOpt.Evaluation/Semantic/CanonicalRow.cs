using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// A row <c>coefficients x &lt;= right-hand side</c> over the gold columns, for comparing by meaning: scaled so that its largest coefficient
/// has size 1 (its limit, where it has no coefficient). An equality or a range is two rows.
/// </summary>
internal sealed class CanonicalRow
{
    private readonly ImmutableArray<double> _coefficients;
    private readonly double _rightHandSide;

    private CanonicalRow(ImmutableArray<double> coefficients, double rightHandSide, double limit)
    {
        (_coefficients, _rightHandSide, Limit) = (coefficients, rightHandSide, limit);
    }

    /// <summary>Relative tolerance of all comparisons.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>The size of the limit before scaling, as a text would state it.</summary>
    public double Limit { get; }

    /// <summary>The columns with a coefficient.</summary>
    public IEnumerable<int> Columns => Enumerable.Range(0, _coefficients.Length).Where(column => _coefficients[column] != 0);

    /// <summary>Makes a row.</summary>
    /// <param name="expression">The left-hand side.</param>
    /// <param name="limit">The side.</param>
    /// <param name="isUpper">Whether <paramref name="limit"/> is an upper one.</param>
    /// <param name="columnCount">Number of gold columns.</param>
    /// <param name="columnOf">The gold column of a variable; null when it has none.</param>
    /// <returns>The row; null when it needs a variable without a column.</returns>
    public static CanonicalRow? Of(LinearExpression expression, double limit, bool isUpper, int columnCount, Func<VariableId, int?> columnOf)
    {
        var coefficients = new double[columnCount];
        foreach (var (variable, coefficient) in expression.Terms)
        {
            if (columnOf(variable) is not { } column) return null;
            coefficients[column] += coefficient;
        }

        var size = coefficients.Max(Math.Abs);
        if (size == 0) size = Math.Abs(limit);
        var scale = (isUpper ? 1 : -1) / (size == 0 ? 1 : size);
        return new([.. coefficients.Select(coefficient => coefficient * scale)], limit * scale, Math.Abs(limit));
    }

    /// <summary>Equal up to positive scaling.</summary>
    public bool Means(CanonicalRow other) => HasCoefficientsOf(other) && Close(_rightHandSide, other._rightHandSide);

    /// <summary>The other side of the same boundary.</summary>
    public bool IsOppositeOf(CanonicalRow other) => other.Means(new([.. _coefficients.Select(coefficient => -coefficient)], -_rightHandSide, Limit));

    /// <summary>The same left-hand side up to positive scaling.</summary>
    public bool HasCoefficientsOf(CanonicalRow other) => _coefficients.Zip(other._coefficients, Close).All(close => close);

    /// <summary>The same limit, as a text would state it.</summary>
    public bool HasLimitOf(CanonicalRow other) => Close(Limit, other.Limit);

    /// <summary>Whether two numbers are equal at the relative <see cref="Tolerance"/>; against zero only rounding errors are forgiven.</summary>
    public static bool Close(double left, double right) =>
        Math.Abs(left - right) <= Tolerance * Math.Max(Math.Abs(left), Math.Abs(right)) + RoundingError;

    private const double RoundingError = 1e-12;
}
