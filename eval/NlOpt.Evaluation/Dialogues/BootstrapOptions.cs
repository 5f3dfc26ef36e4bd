namespace NlOpt.Evaluation;

/// <summary>How bootstrap intervals are made.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Another seed draws other resamples.</summary>
    /// <value>1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Number of resamples, at least 1.</summary>
    /// <value>2,000, at which the ends of the intervals vary by about 0.01.</value>
    public int Resamples { get; init; } = 2000;
}
