using System.Globalization;

namespace NlOpt.Datasets.Generation.Numbers;

/// <summary>Numbers as English text.</summary>
internal static class EnglishNumber
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>A number in digits.</summary>
    public static string Digits(double value, bool hasSeparator) =>
        value.ToString(hasSeparator && value >= 1000 ? "#,0.######" : "0.######", CultureInfo.InvariantCulture);

    /// <summary>A whole number in words; null where people would write digits.</summary>
    public static string? Words(double value)
    {
        if (value != Math.Floor(value) || value < 0 || value > 999_999) return null;
        var number = (int)value;
        if (number >= 1000) return number % 1000 == 0 && Words(number / 1000) is { } thousands ? thousands + " thousand" : null;
        if (number >= 100) return number % 100 == 0 ? Small[number / 100] + " hundred" : null;
        if (number < 20) return Small[number];
        return Tens[number / 10] + (number % 10 == 0 ? "" : "-" + Small[number % 10]);
    }

    /// <summary>A fraction in words without its article, <c>third</c> or <c>two thirds</c>; null where there is no word.</summary>
    public static string? Fraction(double value) => Math.Round(value, 6) switch
    {
        0.5 => "half",
        0.333333 => "third",
        0.25 => "quarter",
        0.2 => "fifth",
        0.666667 => "two thirds",
        0.75 => "three quarters",
        _ => null,
    };
}
