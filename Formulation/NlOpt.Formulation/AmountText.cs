using System.Globalization;

namespace NlOpt.Formulation;

/// <summary>Numbers and units as people write them: <c>1,200 hours</c>, <c>$3.20</c>, <c>30%</c>. Always in invariant culture.</summary>
public static class AmountText
{
    private const string CurrencySigns = "$€£¥₹";
    private const int SignificantDigits = 10;
    private const int ReadableDigits = 6;
    private const double Noise = 1e-9;

    /// <summary>True for currency signs, which stand before their number.</summary>
    public static bool IsCurrency(string? unit) => unit is { Length: 1 } && CurrencySigns.Contains(unit[0], StringComparison.Ordinal);

    /// <summary>A number with thousands separators, at most ten significant digits and no trailing zeros.</summary>
    /// <param name="value">Any number; what is not finite is written in words.</param>
    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "no number";
        if (double.IsInfinity(value)) return value > 0 ? "infinity" : "minus infinity";
        var magnitude = Math.Abs(value);
        if (magnitude is not 0 and (< 1e-6 or >= 1e15)) return value.ToString("G" + SignificantDigits, CultureInfo.InvariantCulture);
        var digits = value.ToString("G" + SignificantDigits, CultureInfo.InvariantCulture);
        var rounded = decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return rounded.ToString("#,0.################", CultureInfo.InvariantCulture);
    }

    /// <summary>A number with its unit: currency signs in front and with cents, other units behind.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">The unit in the user's words; null for none.</param>
    public static string Of(double value, string? unit)
    {
        if (string.IsNullOrWhiteSpace(unit)) return Of(value);
        if (!IsCurrency(unit)) return $"{Of(value)} {unit}";
        var text = HasCents(value) ? Math.Abs(value).ToString("#,0.00", CultureInfo.InvariantCulture) : Of(Math.Abs(value));
        return (value < 0 ? "-" : "") + unit + text;
    }

    /// <summary>A computed number rounded for reading: six significant digits, whole parts kept, money to the cent, solver noise to 0.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="unit">Its unit; null for none.</param>
    public static double Readable(double value, string? unit = null)
    {
        var magnitude = Math.Abs(value);
        if (magnitude < Noise) return 0;
        if (IsCurrency(unit) && magnitude >= 1) return Math.Round(value, 2);
        return Math.Round(value, Math.Clamp(ReadableDigits - 1 - (int)Math.Floor(Math.Log10(magnitude)), 0, 15));
    }

    /// <summary>A fraction as a percentage; a third and two thirds, which no percentage says in full, in words.</summary>
    public static string Percent(double fraction)
    {
        if (Math.Abs(fraction - (1.0 / 3)) < Noise) return "a third";
        return Math.Abs(fraction - (2.0 / 3)) < Noise ? "two thirds" : Of(fraction * 100) + "%";
    }

    /// <summary>
    /// One of a unit: <c>hour</c> for <c>hours</c>, <c>hour of work</c> for <c>hours of work</c>, <c>$1</c> for <c>$</c>. Knows regular plurals and
    /// feet; others stay as they are.
    /// </summary>
    public static string OneOf(string unit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        if (IsCurrency(unit)) return unit + "1";
        var of = unit.IndexOf(" of ", StringComparison.Ordinal);
        var end = of > 0 ? of : unit.Length;
        var start = unit.LastIndexOf(' ', end - 1) + 1;
        return unit[..start] + Singular(unit[start..end]) + unit[end..];
    }

    private static string Singular(string word) => word switch
    {
        "feet" => "foot",
        _ when word.Length < 4 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) => word,
        _ when word.EndsWith("ies", StringComparison.Ordinal) && !word.EndsWith("ories", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ => word[..^1],
    };

    /// <summary>True when the number has a fraction that two digits show.</summary>
    private static bool HasCents(double value) =>
        Math.Abs(value) < 1e12 && Math.Abs(value - Math.Round(value)) > 1e-9 && Math.Abs(value * 100 - Math.Round(value * 100)) < 1e-6;
}
