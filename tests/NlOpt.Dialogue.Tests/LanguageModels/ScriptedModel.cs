using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NlOpt.LanguageModels.Budget;
using NlOpt.LanguageModels.Kernels;

namespace NlOpt.Dialogue.Tests.LanguageModels;

/// <summary>A model that answers by a script, and remembers what it was sent.</summary>
internal sealed class ScriptedModel(Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<string>> answer) : IChatClient
{
    private readonly List<IReadOnlyList<ChatMessage>> _requests = [];

    public ScriptedModel(Func<IReadOnlyList<ChatMessage>, string> answer)
        : this((messages, _) => Task.FromResult(answer(messages)))
    {
    }

    /// <summary>Everything it was sent, a list of messages a call.</summary>
    public IReadOnlyList<IReadOnlyList<ChatMessage>> Requests => _requests;

    /// <summary>The kernel over it.</summary>
    public Kernel Kernel => ModelKernel.Over(this);

    /// <summary>Answers with texts, one a call, the last one again and again.</summary>
    public static ScriptedModel Saying(params string[] texts)
    {
        var next = 0;
        return new ScriptedModel(_ => texts[Math.Min(next++, texts.Length - 1)]);
    }

    /// <summary>Always fails.</summary>
    public static ScriptedModel Throwing(Exception exception) => new((_, _) => Task.FromException<string>(exception));

    /// <summary>Never answers.</summary>
    public static ScriptedModel Silent(Action asked) => new(async (_, cancellationToken) =>
    {
        asked();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "";
    });

    /// <summary>The kernel over it with a budget of calls.</summary>
    public Kernel Within(long calls)
    {
        var meter = new BudgetMeter(new LanguageModelBudget { MostCalls = calls });
        return ModelKernel.Over(new BudgetChatClient(this, meter), meter);
    }

    /// <summary>The JSON object that a request was given as data.</summary>
    public static JsonElement Data(IReadOnlyList<ChatMessage> request) => JsonDocument.Parse(request[1].Text).RootElement;

    /// <summary>What a request said was wrong with the last reply.</summary>
    public static string Complaint(IReadOnlyList<ChatMessage> request)
    {
        var complaint = JsonDocument.Parse(request[^1].Text).RootElement;
        complaint.GetProperty("request").GetString().Should().StartWith("The reply cannot be used");
        return string.Join('\n', complaint.GetProperty("errors").EnumerateArray().Select(error => error.GetString()));
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> sent = [.. messages];
        lock (_requests) _requests.Add(sent);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, await answer(sent, cancellationToken)));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
