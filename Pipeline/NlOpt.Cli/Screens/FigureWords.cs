using System.Globalization;

namespace NlOpt.Cli.Screens;

/// <summary>How figures of policies are written, alike on all screens.</summary>
internal static class FigureWords
{
    public const string None = "–";

    /// <summary>A cost: as many decimals as its size asks for.</summary>
    public static string Cost(double? cost) => cost is { } number ? number.ToString(Format(number), CultureInfo.InvariantCulture) : None;

    /// <summary>A difference of costs, with its sign.</summary>
    public static string Difference(double? difference) =>
        difference is not { } number ? None : (number < 0 ? "-" : "+") + Math.Abs(number).ToString(Format(number), CultureInfo.InvariantCulture);

    /// <summary>A share with its sign, in percent.</summary>
    public static string SignedPercent(double? share) => share is { } number ? number.ToString(Math.Abs(number) switch
    {
        >= 1 => "+#,0%;-#,0%",
        >= 0.1 => "+0.0%;-0.0%",
        _ => "+0.000%;-0.000%;0.000%",
    }, CultureInfo.InvariantCulture) : None;

    /// <summary>A share, in percent.</summary>
    public static string Percent(double? share) => share is { } number ? number.ToString("0.#%", CultureInfo.InvariantCulture) : None;

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A duration as people say it.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds:0} ms"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60} min {(int)seconds % 60:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 3600} h {(int)seconds % 3600 / 60:00} min"),
    };

    private static string Format(double number) => Math.Abs(number) switch
    {
        >= 10_000 => "#,0",
        >= 100 => "#,0.0",
        >= 1 => "0.00",
        0 => "0",
        _ => "0.####",
    };
}
