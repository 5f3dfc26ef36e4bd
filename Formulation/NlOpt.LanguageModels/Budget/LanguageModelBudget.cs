namespace NlOpt.LanguageModels.Budget;

/// <summary>How much language models may be used. Checked on construction.</summary>
public sealed record LanguageModelBudget
{
    /// <summary>No limits.</summary>
    public static LanguageModelBudget Unlimited { get; } = new();

    /// <summary>Most calls, failed ones included; at least 0; null for no limit.</summary>
    /// <value>Null.</value>
    public long? MostCalls
    {
        get;
        init
        {
            if (value is { } calls) ArgumentOutOfRangeException.ThrowIfNegative(calls, nameof(MostCalls));
            field = value;
        }
    }

    /// <summary>
    /// Most tokens, sent and received together; at least 0; null for no limit. A call that has begun is let end, so the last one may go beyond.
    /// </summary>
    /// <value>Null.</value>
    public long? MostTokens
    {
        get;
        init
        {
            if (value is { } tokens) ArgumentOutOfRangeException.ThrowIfNegative(tokens, nameof(MostTokens));
            field = value;
        }
    }
}
