namespace NlOpt.Tools;

/// <summary>What requests of other agents are held to. Checked on construction.</summary>
public sealed record ToolLimits
{
    /// <summary>Most characters of a problem; at least 1.</summary>
    /// <value>20,000: some pages.</value>
    public int LongestProblem
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(LongestProblem));
            field = value;
        }
    } = 20_000;

    /// <summary>Most items of a list, such as changes to try; at least 1.</summary>
    /// <value>20.</value>
    public int MostItems
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MostItems));
            field = value;
        }
    } = 20;

    /// <summary>Longest a request may take; above zero.</summary>
    /// <value>A minute.</value>
    public TimeSpan LongestTime
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(LongestTime));
            field = value;
        }
    } = TimeSpan.FromMinutes(1);

    /// <summary>Most bytes of an answer; at least 1000.</summary>
    /// <value>1,000,000.</value>
    public int LongestAnswer
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1000, nameof(LongestAnswer));
            field = value;
        }
    } = 1_000_000;
}
