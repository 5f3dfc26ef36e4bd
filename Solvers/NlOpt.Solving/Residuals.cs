using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>How far values are from satisfying a problem.</summary>
internal static class Residuals
{
    /// <summary>One thing missed.</summary>
    /// <param name="Size">By how much, relative to the numbers involved; 0 when everything holds.</param>
    /// <param name="What">Row, bound, integrality or indicator.</param>
    /// <param name="Index">Which one.</param>
    public readonly record struct Violation(double Size, string What, int Index)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{What} {Index} is missed by {Size:G3} (relative)");
    }

    /// <summary>The worst of all rows, bounds, integralities and indicators.</summary>
    public static Violation Largest(WorkingProblem problem, ReadOnlySpan<double> values)
    {
        var worst = new Violation(0, "nothing", 0);
        for (var index = 0; index < values.Length; index++)
        {
            var value = values[index];
            Keep(ref worst, Beyond(value, problem.Lower[index], problem.Upper[index], Math.Abs(value)), "the bound of variable", index);
            if (problem.IsInteger[index]) Keep(ref worst, Math.Abs(value - Math.Round(value)), "wholeness of variable", index);
        }

        for (var row = 0; row < problem.RowCount; row++)
            Keep(ref worst, OfRow(problem.Row(row), problem.RowLower[row], problem.RowUpper[row], values), "row", row);
        for (var index = 0; index < problem.Indicators.Length; index++)
        {
            var indicator = problem.Indicators[index];
            if (values[indicator.Binary.Index] > 0.5 != indicator.ActiveValue) continue;
            var size = OfRow(
                indicator.Expression.Terms, indicator.Lower ?? double.NegativeInfinity, indicator.Upper ?? double.PositiveInfinity, values);
            Keep(ref worst, size, "indicator row", index);
        }

        return worst;
    }

    private static double OfRow(ImmutableArray<Term> terms, double lower, double upper, ReadOnlySpan<double> values)
    {
        var (activity, largest) = (0.0, 0.0);
        foreach (var (variable, coefficient) in terms)
        {
            var part = coefficient * values[variable.Index];
            activity += part;
            largest = Math.Max(largest, Math.Abs(part));
        }

        return Beyond(activity, lower, upper, largest);
    }

    private static double Beyond(double value, double lower, double upper, double scale)
    {
        if (value < lower) return (lower - value) / Math.Max(1, Math.Max(Math.Abs(lower), scale));
        return value > upper ? (value - upper) / Math.Max(1, Math.Max(Math.Abs(upper), scale)) : 0;
    }

    private static void Keep(ref Violation worst, double size, string what, int index)
    {
        if (size > worst.Size) worst = new Violation(size, what, index);
    }
}
