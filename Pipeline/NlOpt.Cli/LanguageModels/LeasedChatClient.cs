using Microsoft.Extensions.AI;

namespace NlOpt.Cli.LanguageModels;

/// <summary>A client that several share: who is done with it leaves it to the others, and whoever made the shared client disposes of it.</summary>
internal sealed class LeasedChatClient(IChatClient shared) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        shared.GetResponseAsync(messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        shared.GetStreamingResponseAsync(messages, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => shared.GetService(serviceType, serviceKey);

    public void Dispose()
    {
    }
}
