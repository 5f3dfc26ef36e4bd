namespace NlOpt.LanguageModels.Prompts;

/// <summary>What replies are held to. Checked on construction.</summary>
public sealed record PromptLimits
{
    /// <summary>Most characters of a reply; at least 1.</summary>
    /// <value>60,000: many times what any reply asked for needs.</value>
    public int LongestReply
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(LongestReply));
            field = value;
        }
    } = 60_000;

    /// <summary>How deep objects and lists of a reply may lie within each other; at least 1.</summary>
    /// <value>12.</value>
    public int DeepestReply
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(DeepestReply));
            field = value;
        }
    } = 12;

    /// <summary>How often a reply that cannot be used is sent back with what is wrong with it; at least 0.</summary>
    /// <value>2.</value>
    public int MostRepairs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MostRepairs));
            field = value;
        }
    } = 2;
}
