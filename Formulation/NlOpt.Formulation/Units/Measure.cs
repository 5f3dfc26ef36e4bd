namespace NlOpt.Formulation.Units;

/// <summary>A measure that has its place in the table of measures: minutes, pounds, acres, dollars.</summary>
/// <param name="Name">Its name as it stands behind a number, for example <c>minutes</c> or <c>kg</c>; the sign of a currency.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Scale">How many base units of its dimension it is (seconds, grams, metres, square metres, litres, watt hours); 1 for money.</param>
/// <param name="LooseFamily">
/// The family of measures that are exact among themselves only: days of work are not always 24 hours, gallons differ between countries.
/// Null for measures of one fixed size.
/// </param>
public sealed record Measure(string Name, Dimension Dimension, double Scale, string? LooseFamily = null)
{
    // Quotients of scales such as 453.59237 / 28.349523125 are 16 but for the last place.
    private const int SignificantDigits = 13;

    /// <summary>True when amounts in both can be added after a conversion: the same dimension, and for money the same currency.</summary>
    public bool ConvertsTo(Measure other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Dimension == other.Dimension && (Dimension != Dimension.Money || Name == other.Name);
    }

    /// <summary>True when the conversion holds whatever is meant: both of one fixed size, or both of one family.</summary>
    public bool ConvertsSurelyTo(Measure other) => ConvertsTo(other) && LooseFamily == other.LooseFamily;

    /// <summary>An amount of this measure in another one.</summary>
    /// <exception cref="ArgumentException">It does not convert.</exception>
    public double Convert(double amount, Measure other)
    {
        if (!ConvertsTo(other)) throw new ArgumentException($"{Name} cannot be converted into {other.Name}.", nameof(other));
        if (Scale == other.Scale) return amount;
        var converted = Scale > other.Scale ? amount * Rounded(Scale / other.Scale) : amount / Rounded(other.Scale / Scale);
        return Rounded(converted);
    }

    private static double Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        var digits = SignificantDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }
}
