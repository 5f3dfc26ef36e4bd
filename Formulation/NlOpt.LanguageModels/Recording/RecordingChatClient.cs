using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NlOpt.LanguageModels.Failures;

namespace NlOpt.LanguageModels.Recording;

/// <summary>
/// Records every reply before it is handed on. A streamed reply is recorded when it is complete. Calls without a reply are not recorded, so that
/// they are made again when a run is taken up.
/// </summary>
public sealed class RecordingChatClient : DelegatingChatClient
{
    private readonly RecordingFile _file;

    /// <summary>Records the calls of a client.</summary>
    /// <param name="inner">The client.</param>
    /// <param name="file">Where to; several clients may share it, and whoever opened it disposes of it.</param>
    public RecordingChatClient(IChatClient inner, RecordingFile file)
        : base(inner)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
    }

    /// <inheritdoc/>
    /// <exception cref="LanguageModelException">The reply cannot be recorded: <see cref="FailureCode.RecordUnwritable"/>.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        var request = RequestHash.Of(sent, options);
        var response = await base.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
        Record(request, response);
        return response;
    }

    /// <inheritdoc/>
    /// <exception cref="LanguageModelException">The reply cannot be recorded: <see cref="FailureCode.RecordUnwritable"/>.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> sent = [.. messages];
        var request = RequestHash.Of(sent, options);
        List<ChatResponseUpdate> updates = [];
        await foreach (var update in base.GetStreamingResponseAsync(sent, options, cancellationToken).ConfigureAwait(false))
        {
            updates.Add(update);
            yield return update;
        }

        Record(request, updates.ToChatResponse());
    }

    private void Record(RequestHash request, ChatResponse response)
    {
        var call = RecordedCall.Of(request, response);
        if (!call.TryGetValue(out var recorded)) throw new LanguageModelException(call.Diagnostics[0]);
        var written = _file.Append(recorded);
        if (!written.IsSuccess) throw new LanguageModelException(written.Diagnostics[0]);
    }
}
