using NlOpt.Modeling;

namespace NlOpt.Formulation.Rows;

/// <summary>
/// Bounds that follow from rows over non-negative variables: in each row, what all other terms leave over limits each term. Every bound
/// found is proven at whatever point the rounds stop, so stopping early is safe.
/// </summary>
internal static class BoundPropagation
{
    private const int Rounds = 20;

    // Quotients such as 3 / 0.1 may fall short of a whole number by a few units in the last place.
    private const double RoundingSlack = 1e-9;

    /// <summary>Finds bounds.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="isInteger">Whether each variable takes whole numbers only, by index.</param>
    /// <returns>Lower bounds, at least 0, and upper bounds, infinite where none could be proven, by index.</returns>
    public static (double[] Lower, double[] Upper) Run(IReadOnlyCollection<StatementRow> rows, IReadOnlyList<bool> isInteger)
    {
        var lower = new double[isInteger.Count];
        var upper = new double[isInteger.Count];
        Array.Fill(upper, double.PositiveInfinity);
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            foreach (var row in rows)
            {
                if (row.Upper is { } most) changed |= Tighten(row.Expression, 1, most, lower, upper, isInteger);
                if (row.Lower is { } least) changed |= Tighten(row.Expression, -1, -least, lower, upper, isInteger);
            }

            if (!changed) break;
        }

        return (lower, upper);
    }

    /// <summary>Uses <c>sign * expression &lt;= most</c>.</summary>
    private static bool Tighten(LinearExpression expression, int sign, double most, double[] lower, double[] upper, IReadOnlyList<bool> isInteger)
    {
        var changed = false;
        foreach (var (variable, coefficient) in expression.Terms)
        {
            var own = sign * coefficient;
            var rest = most - LeastOfOthers(expression, sign, variable, lower, upper);
            var bound = rest / own;
            if (!double.IsFinite(bound)) continue;
            var index = variable.Index;
            if (isInteger[index]) bound = own > 0 ? Math.Floor(bound + Slack(bound)) : Math.Ceiling(bound - Slack(bound));
            if (own > 0 && bound < upper[index] - (double.IsFinite(upper[index]) ? Slack(upper[index]) : 0))
            {
                upper[index] = bound;
                changed = true;
            }
            else if (own < 0 && bound > lower[index] + Slack(lower[index]))
            {
                lower[index] = bound;
                changed = true;
            }
        }

        return changed;
    }

    private static double LeastOfOthers(LinearExpression expression, int sign, VariableId variable, double[] lower, double[] upper)
    {
        var sum = 0.0;
        foreach (var (other, coefficient) in expression.Terms)
            if (other != variable) sum += sign * coefficient * (sign * coefficient > 0 ? lower[other.Index] : upper[other.Index]);
        return sum;
    }

    private static double Slack(double value) => RoundingSlack * Math.Max(1, Math.Abs(value));
}
