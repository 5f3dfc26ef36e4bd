namespace NlOpt.Cli.Screens;

/// <summary>Says what a solution leaves of the limits of a row: used up, so much left, just met.</summary>
internal static class LimitWords
{
    private const double Tolerance = 1e-6;

    /// <summary>How the activity of a row stands to its limits.</summary>
    /// <param name="activity">Value of the left-hand side.</param>
    /// <param name="lower">Smallest value; null for none.</param>
    /// <param name="upper">Largest value; null for none.</param>
    /// <param name="amount">Says a number.</param>
    /// <param name="binds">True when the activity lies at a limit.</param>
    public static string Of(double activity, double? lower, double? upper, Func<double, string> amount, out bool binds)
    {
        var atLower = lower is { } low && Near(activity, low);
        var atUpper = upper is { } high && Near(activity, high);
        binds = atLower || atUpper;
        return (lower, upper) switch
        {
            ({ } least, { } most) when least == most => $"exactly {amount(most)}, as it must be",
            (null, { } most) => atUpper ? $"used up: all of {amount(most)}" : $"{amount(most - activity)} left of {amount(most)}",
            ({ } least, null) => atLower ? $"just met: {amount(least)}" : $"{amount(activity)}, {amount(activity - least)} above the least",
            ({ } least, { } most) => atUpper ? $"at the most: {amount(most)}" : atLower ? $"at the least: {amount(least)}" : $"{amount(activity)}, within the range",
            _ => "free",
        };
    }

    private static bool Near(double value, double limit) => Math.Abs(value - limit) <= Tolerance * Math.Max(1, Math.Abs(limit));
}
