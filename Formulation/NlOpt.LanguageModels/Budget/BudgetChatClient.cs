using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace NlOpt.LanguageModels.Budget;

/// <summary>Refuses calls once a budget is used up, and counts those that are made.</summary>
public sealed class BudgetChatClient : DelegatingChatClient
{
    private readonly BudgetMeter _meter;

    /// <summary>Puts a budget before a client; several clients may share one meter.</summary>
    public BudgetChatClient(IChatClient inner, BudgetMeter meter)
        : base(inner)
    {
        ArgumentNullException.ThrowIfNull(meter);
        _meter = meter;
    }

    /// <inheritdoc/>
    /// <exception cref="Failures.LanguageModelException">The budget is used up.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        _meter.Begin();
        var response = await base.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
        _meter.Count(response.Usage, Length(sent), Length(response.Messages));
        return response;
    }

    /// <inheritdoc/>
    /// <exception cref="Failures.LanguageModelException">The budget is used up.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        _meter.Begin();
        List<ChatResponseUpdate> updates = [];
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(sent, options, cancellationToken).ConfigureAwait(false))
            {
                updates.Add(update);
                yield return update;
            }
        }
        finally
        {
            // A stream that breaks off has been paid for as well.
            if (updates.Count > 0)
            {
                var response = updates.ToChatResponse();
                _meter.Count(response.Usage, Length(sent), Length(response.Messages));
            }
        }
    }

    private static long Length(IEnumerable<ChatMessage> messages) => messages.Sum(message => (long)message.Text.Length);
}
