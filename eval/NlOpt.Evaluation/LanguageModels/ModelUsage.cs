namespace NlOpt.Evaluation;

/// <summary>What a run used of language models, replies from recordings included.</summary>
/// <param name="Calls">Calls that were answered.</param>
/// <param name="FailedCalls">Calls that were not.</param>
/// <param name="InputTokens">Tokens sent, as the servers told.</param>
/// <param name="OutputTokens">Tokens received, as the servers told.</param>
/// <param name="Latency">Wall-clock times of the calls, milliseconds; those from a recording take next to nothing.</param>
public sealed record ModelUsage(int Calls, int FailedCalls, long InputTokens, long OutputTokens, Timing Latency)
{
    /// <summary>What the tokens cost, in the currency of the prices; null where no prices are known.</summary>
    public double? Cost { get; init; }
}
