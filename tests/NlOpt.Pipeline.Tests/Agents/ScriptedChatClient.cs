using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using NlOpt.Agents.Formulating;

namespace NlOpt.Pipeline.Tests.Agents;

/// <summary>A chat client that answers from a script, by the prompt it is asked with; it remembers every request.</summary>
internal sealed class ScriptedChatClient : IChatClient
{
    private static readonly string[] Prompts =
        ["variables", "parts", "objective", "amounts", "share", "comparison", "logic", "choice", "conditional", "selfcheck"];

    private readonly Dictionary<string, Queue<Func<string>>> _replies = [];

    /// <summary>The requests: the prompt's name and all messages.</summary>
    public List<(string Prompt, List<ChatMessage> Messages, ChatOptions? Options)> Requests { get; } = [];

    /// <summary>A self-check without a script finds nothing wrong.</summary>
    public const string NothingWrong = """{"wrong":[],"missing":[]}""";

    /// <summary>Adds replies to a prompt, in order.</summary>
    public ScriptedChatClient On(string prompt, params string[] replies)
    {
        foreach (var reply in replies) On(prompt, () => reply);
        return this;
    }

    /// <summary>Adds a reply to a prompt that is made when it is asked for; it may throw.</summary>
    public ScriptedChatClient On(string prompt, Func<string> reply)
    {
        if (!_replies.TryGetValue(prompt, out var queue)) _replies[prompt] = queue = new Queue<Func<string>>();
        queue.Enqueue(reply);
        return this;
    }

    /// <summary>How many replies were not asked for.</summary>
    public int Left => _replies.Values.Sum(queue => queue.Count);

    /// <summary>A kernel over this client.</summary>
    public Kernel Kernel()
    {
        var builder = Microsoft.SemanticKernel.Kernel.CreateBuilder();
        builder.Services.AddSingleton(this.AsChatCompletionService());
        return builder.Build();
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sent = messages.ToList();
        var prompt = Prompts.First(name => FormulatorPrompts.Of(name).Instructions == sent[0].Text);
        Requests.Add((prompt, sent, options));
        var reply = _replies.TryGetValue(prompt, out var queue) && queue.Count > 0 ? queue.Dequeue()()
            : prompt == "selfcheck" ? NothingWrong
            : throw new InvalidOperationException($"The script has no reply to {prompt}.");
        return Task.FromResult(new ChatResponse(
            new ChatMessage(ChatRole.Assistant, reply)) { Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 5 } });
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
