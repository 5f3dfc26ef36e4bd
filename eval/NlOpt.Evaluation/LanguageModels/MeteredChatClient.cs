using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace NlOpt.Evaluation;

/// <summary>Counts calls, tokens and times of a chat client. Safe for use by several threads at once.</summary>
/// <param name="inner">The client.</param>
/// <param name="clock">Measures the times.</param>
public sealed class MeteredChatClient(IChatClient inner, TimeProvider clock) : DelegatingChatClient(inner)
{
    private readonly Lock _lock = new();
    private readonly List<double> _milliseconds = [];
    private int _failed;
    private long _input;
    private long _output;

    /// <summary>What was used so far.</summary>
    /// <param name="prices">What tokens cost; null where that is not known.</param>
    public ModelUsage Usage(ModelPrices? prices = null)
    {
        lock (_lock)
            return new ModelUsage(_milliseconds.Count, _failed, _input, _output, Timing.Of(_milliseconds)) { Cost = prices?.Of(_input, _output) };
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var started = clock.GetTimestamp();
        ChatResponse? response = null;
        try
        {
            return response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Count(response, started);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = clock.GetTimestamp();
        List<ChatResponseUpdate> updates = [];
        ChatResponse? response = null;
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            {
                updates.Add(update);
                yield return update;
            }

            response = updates.ToChatResponse();
        }
        finally
        {
            Count(response, started);
        }
    }

    private void Count(ChatResponse? response, long started)
    {
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        lock (_lock)
        {
            if (response is null)
            {
                _failed++;
                return;
            }

            _milliseconds.Add(milliseconds);
            _input += Math.Max(0, response.Usage?.InputTokenCount ?? 0);
            _output += Math.Max(0, response.Usage?.OutputTokenCount ?? 0);
        }
    }
}
