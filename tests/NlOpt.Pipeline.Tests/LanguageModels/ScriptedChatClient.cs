using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>A model that answers by a script.</summary>
internal sealed class ScriptedChatClient(Func<IReadOnlyList<ChatMessage>, ChatOptions?, ChatResponse> answer) : IChatClient
{
    /// <summary>How often it was asked.</summary>
    public int Calls { get; private set; }

    /// <summary>Answers with texts, one a call, the last one again and again.</summary>
    public static ScriptedChatClient Saying(params string[] texts)
    {
        var next = 0;
        return new((_, _) => Text(texts[Math.Min(next++, texts.Length - 1)]));
    }

    /// <summary>A reply of a text.</summary>
    public static ChatResponse Text(string text) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        ModelId = "scripted",
        ResponseId = "r",
        FinishReason = ChatFinishReason.Stop,
        Usage = new() { InputTokenCount = 10, OutputTokenCount = 5, TotalTokenCount = 15 },
    };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        return Task.FromResult(answer([.. messages], options));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
