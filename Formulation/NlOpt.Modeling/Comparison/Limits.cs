namespace NlOpt.Modeling;

/// <summary>A lower and an upper limit, which may cross; null means none.</summary>
internal readonly record struct Limits(double? Lower, double? Upper)
{
    // Scaling by different factors makes differences of this relative size, which must not turn an equation into a contradiction.
    private const double Noise = 1e-9;

    /// <summary>True when both limits are missing.</summary>
    public bool AreNone => Lower is null && Upper is null;

    /// <summary>True when nothing can keep both limits.</summary>
    public bool AreCrossed => Lower > Upper;

    /// <summary>The tighter limits of both; limits that cross by rounding only become equal.</summary>
    public Limits And(Limits other)
    {
        var lower = Lower is { } l && other.Lower is { } m ? Math.Max(l, m) : Lower ?? other.Lower;
        var upper = Upper is { } u && other.Upper is { } v ? Math.Min(u, v) : Upper ?? other.Upper;
        var isNoise = lower > upper && lower - upper <= Noise * Math.Max(Math.Abs(lower.Value), Math.Abs(upper.Value));
        return isNoise ? new(upper, upper) : new(lower, upper);
    }

    /// <summary>The limits of an expression divided by a factor other than 0; a negative one swaps them.</summary>
    public Limits Over(double factor)
    {
        var (lower, upper) = (Divide(Lower, factor), Divide(Upper, factor));
        return factor > 0 ? new(lower, upper) : new(upper, lower);
    }

    /// <summary>The whole numbers within, but for rounding noise.</summary>
    public Limits RoundInwards() => new(
        Lower is { } lower ? Math.Ceiling(lower - Slack(lower)) : null,
        Upper is { } upper ? Math.Floor(upper + Slack(upper)) : null);

    private static double Slack(double limit) => Math.Min(Noise * Math.Max(1, Math.Abs(limit)), 1e-4);

    private static double? Divide(double? limit, double factor) =>
        limit is { } value ? Math.Clamp(value / factor, double.MinValue, double.MaxValue) : null;
}
