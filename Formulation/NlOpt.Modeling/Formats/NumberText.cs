using System.Globalization;

namespace NlOpt.Modeling;

/// <summary>Numbers as every file of NlOpt writes them: the shortest text that reads back to the same double, whatever the culture.</summary>
public static class NumberText
{
    /// <summary>A size from which linear programming files mean "no bound" (the infinity of CPLEX and its followers).</summary>
    internal const double Infinite = 1e20;

    /// <summary>The shortest text that <see cref="TryParse"/> turns back into the same number; 0 has no sign.</summary>
    public static string Format(double value) => value == 0 ? "0" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Reads sign, digits, decimal point and exponent; no blanks, group separators, NaN or infinity.</summary>
    /// <returns>False when the text is not such a number or lies beyond the largest double.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>True for <c>inf</c> and <c>infinity</c> in any case.</summary>
    internal static bool IsInfinityWord(ReadOnlySpan<char> text) =>
        text.Equals("inf", StringComparison.OrdinalIgnoreCase) || text.Equals("infinity", StringComparison.OrdinalIgnoreCase);
}
