using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>A provider's client with requests fitted to what the server can do, and with our own failures.</summary>
internal sealed class ProviderChatClient(IChatClient inner, IProvider provider, ModelSettings settings) : DelegatingChatClient(inner)
{
    private readonly ServerAbilities _abilities = new(settings);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var (sent, how) = _abilities.Fit(messages, options);
            return await base.GetResponseAsync(sent, how, cancellationToken).ConfigureAwait(false);
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
            var (sent, how) = _abilities.Fit(messages, options);
            return base.GetStreamingResponseAsync(sent, how, cancellationToken).GetAsyncEnumerator(cancellationToken);
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
