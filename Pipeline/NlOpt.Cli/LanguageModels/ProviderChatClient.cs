using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>A provider's client with our own failures, and with the settings that hold for every call.</summary>
internal sealed class ProviderChatClient(IChatClient inner, IProvider provider, ModelSettings settings) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, With(options), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Named(error);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = Start(messages, options, cancellationToken);
        while (await Next(updates, cancellationToken).ConfigureAwait(false)) yield return updates.Current;
    }

    private IAsyncEnumerator<ChatResponseUpdate> Start(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return base.GetStreamingResponseAsync(messages, With(options), cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Named(error);
        }
    }

    private async Task<bool> Next(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Named(error);
        }
    }

    private ChatOptions With(ChatOptions? options)
    {
        var sent = options?.Clone() ?? new ChatOptions();
        sent.MaxOutputTokens = Math.Min(sent.MaxOutputTokens ?? settings.ReplyTokens, settings.ReplyTokens);
        return sent;
    }

    /// <summary>
    /// A failure in our words. Replies that do not keep to the protocol make the packages throw whatever it may be, so that what has no other name is
    /// such a reply.
    /// </summary>
    private LanguageModelException Named(Exception error) => new(
        (error as LanguageModelException)?.Diagnostic
            ?? provider.FailureOf(error, settings.Place)
            ?? ServerFailure.Of(error, settings.Place)
            ?? Diagnostic.Error(
                FailureCode.Malformed,
                $"{settings.Place} sent a reply that does not keep to the protocol ({error.GetType().Name})",
                remedy: "check that model.provider fits the server"),
        error);
}
