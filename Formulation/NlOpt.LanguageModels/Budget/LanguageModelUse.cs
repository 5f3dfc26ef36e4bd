namespace NlOpt.LanguageModels.Budget;

/// <summary>How much language models were used.</summary>
/// <param name="Calls">Calls begun, failed ones included.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="CallsEstimated">
/// Calls whose server told no usage: a token was reckoned for every three characters, which is more than most texts have, so that a budget holds.
/// </param>
public sealed record LanguageModelUse(long Calls, long InputTokens, long OutputTokens, long CallsEstimated)
{
    /// <summary>Tokens sent and received.</summary>
    public long Tokens => InputTokens + OutputTokens;
}
