namespace NlOpt.LanguageModels.Kernels;

/// <summary>What prompts and rounds of tools are held to. Checked on construction.</summary>
public sealed record ModelKernelLimits
{
    /// <summary>Most characters of a prompt as it is sent; at least 1.</summary>
    /// <value>200,000: more than any problem, less than what costs a fortune.</value>
    public int LongestPrompt
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(LongestPrompt));
            field = value;
        }
    } = 200_000;

    /// <summary>Most rounds in which a model may call tools before it must answer; at least 1.</summary>
    /// <value>8.</value>
    public int MostToolRounds
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MostToolRounds));
            field = value;
        }
    } = 8;
}
