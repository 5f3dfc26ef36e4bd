using NlOpt.LanguageModels.Prompts;

namespace NlOpt.Agents.Formulating;

/// <summary>How language models formulate. Checked on construction.</summary>
public sealed record AgentOptions
{
    /// <summary>How many formulations are made, of which the most frequent counts; at least 1.</summary>
    /// <value>Default: 1.</value>
    public int Attempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Attempts));
            field = value;
        }
    } = 1;

    /// <summary>How often the model looks over its own formulation and mends it; at least 0.</summary>
    /// <value>Default: 1.</value>
    public int SelfChecks
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(SelfChecks));
            field = value;
        }
    } = 1;

    /// <summary>How much chance has a say where several formulations are made, above 0; a single one is made without chance.</summary>
    /// <value>Default: 0.7.</value>
    public double Temperature
    {
        get;
        init
        {
            if (!(value is > 0 and <= 2)) throw new ArgumentOutOfRangeException(nameof(Temperature), value, "It must lie above 0 and be at most 2.");
            field = value;
        }
    } = 0.7;

    /// <summary>Longest text that is sent, in characters; at least 1.</summary>
    /// <value>Default: 20,000, as for the embedded reader.</value>
    public int LongestText
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(LongestText));
            field = value;
        }
    } = 20_000;

    /// <summary>What replies are held to.</summary>
    public PromptLimits Replies { get; init; } = new();
}
