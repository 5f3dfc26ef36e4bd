using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Recording;

/// <summary>
/// Answers from a recording, byte for byte and without a network. The same request asked again gets the reply that was recorded next for it. What
/// is not on record goes to another client where there is one, so that a stopped run is taken up without paying twice; else it fails, with the
/// part of the request that differs from the nearest one on record. Safe for use by several threads at once.
/// </summary>
public sealed class ReplayingChatClient : IChatClient
{
    private readonly ImmutableArray<RecordedCall> _calls;
    private readonly Dictionary<string, ImmutableArray<RecordedCall>> _byRequest;
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly IChatClient? _otherwise;

    /// <summary>Replays a recording.</summary>
    /// <param name="recording">The calls.</param>
    /// <param name="otherwise">Answers what is not on record, and is disposed of with this client; null for nobody.</param>
    public ReplayingChatClient(CallRecording recording, IChatClient? otherwise = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        _calls = recording.Calls;
        _byRequest = _calls.GroupBy(call => call.Request.Value)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        _otherwise = otherwise;
    }

    /// <inheritdoc/>
    /// <exception cref="LanguageModelException">The request is not on record: <see cref="FailureCode.NotOnRecord"/>.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<ChatMessage> sent = [.. messages];
        if (Find(sent, options) is { } call) return call.ToResponse();
        return await _otherwise!.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="LanguageModelException">The request is not on record: <see cref="FailureCode.NotOnRecord"/>.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<ChatMessage> sent = [.. messages];
        if (Find(sent, options) is { } call)
        {
            foreach (var update in call.ToResponse().ToChatResponseUpdates()) yield return update;
            yield break;
        }

        await foreach (var update in _otherwise!.GetStreamingResponseAsync(sent, options, cancellationToken).ConfigureAwait(false))
            yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is null && serviceType.IsInstanceOfType(this)) return this;
        if (_otherwise is not null) return _otherwise.GetService(serviceType, serviceKey);
        return serviceKey is null && serviceType == typeof(ChatClientMetadata)
            ? new ChatClientMetadata("recording", null, _calls.Select(call => call.Model).FirstOrDefault(model => model is not null))
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _otherwise?.Dispose();

    /// <summary>The next recorded call for a request; null when the other client is to answer.</summary>
    private RecordedCall? Find(List<ChatMessage> messages, ChatOptions? options)
    {
        var request = RequestHash.Of(messages, options);
        var recorded = _byRequest.GetValueOrDefault(request.Value, []);
        var turn = _asked.AddOrUpdate(request.Value, 0, (_, asked) => asked + 1);
        if (turn < recorded.Length) return recorded[turn];
        return _otherwise is null ? throw new LanguageModelException(Missing(request, recorded.Length)) : null;
    }

    private Diagnostic Missing(RequestHash request, int times)
    {
        var why = (times, _calls.Length) switch
        {
            ( > 0, _) => $"it is on record {times} times and was asked once more",
            (_, 0) => "nothing is",
            _ => Difference(request),
        };
        return Diagnostic.Error(
            FailureCode.NotOnRecord,
            $"the request {request.Value[..12]} is not on record: {why}",
            remedy: "record the calls anew: prompts, settings or the problem have changed since");
    }

    private string Difference(RequestHash request)
    {
        var nearest = _calls.Select(call => call.Request)
            .MaxBy(recorded => (CommonBeginning(recorded, request), recorded.Settings == request.Settings))!;
        var common = CommonBeginning(nearest, request);
        return (common == request.Messages.Length, common == nearest.Messages.Length) switch
        {
            (true, true) => "its messages are, with other settings (model, schema, tools, temperature)",
            (true, false) => $"the nearest one on record has more messages than its {request.Messages.Length}",
            _ => $"message {common + 1} of {request.Messages.Length} differs from the nearest one on record",
        };
    }

    private static int CommonBeginning(RequestHash one, RequestHash other) =>
        one.Messages.Zip(other.Messages).TakeWhile(pair => pair.First == pair.Second).Count();
}
