using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Failures;

/// <summary>
/// Lets through only replies that can be used: refusals, empty replies and replies that are too long or were cut for their length become
/// a <see cref="LanguageModelException"/>. What the reply says stays untrusted.
/// </summary>
public sealed class SoundReplyChatClient : DelegatingChatClient
{
    private const string RefusalCode = "Refusal";

    private readonly int _longest;

    /// <summary>Puts the check before a client.</summary>
    /// <param name="inner">The client.</param>
    /// <param name="longest">Most characters of a reply, reasoning and arguments of tools included; at least 1.</param>
    public SoundReplyChatClient(IChatClient inner, int longest = 1 << 20)
        : base(inner)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        _longest = longest;
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var contents = response.Messages.SelectMany(message => message.Contents).ToList();
        Check(contents, response.FinishReason, contents.Sum(Length), contents.Exists(SaysSomething));
        return response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var length = 0L;
        var isSaid = false;
        ChatFinishReason? finish = null;
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            length += update.Contents.Sum(Length);
            isSaid |= update.Contents.Any(SaysSomething);
            finish = update.FinishReason ?? finish;
            // Before the end nothing is empty yet: what was said, or refused, may come after the reason to end.
            Check(update.Contents, finish, length, isSaid: true);
            yield return update;
        }

        if (finish is null) throw Failure(FailureCode.Cut, "the model's reply broke off", "try again");
        Check([], finish, length, isSaid);
    }

    private void Check(IEnumerable<AIContent> contents, ChatFinishReason? finish, long length, bool isSaid)
    {
        if (finish == ChatFinishReason.ContentFilter || contents.OfType<ErrorContent>().Any(error => error.ErrorCode == RefusalCode))
            throw Failure(FailureCode.Refused, "the model would not answer", "tell the problem in other words, or use another model");
        if (contents.OfType<ErrorContent>().FirstOrDefault() is not null)
            throw Failure(FailureCode.Malformed, "the model's reply ended with an error of the server", "try again");
        if (length > _longest) throw Failure(FailureCode.OverLong, $"the model's reply is longer than {_longest} characters", "use another model");
        if (finish == ChatFinishReason.Length)
            throw Failure(FailureCode.OverLong, "the model's reply was cut for its length", "shorten the text, or set model.reply-tokens higher");
        if (contents.OfType<FunctionCallContent>().Any(call => call.Exception is not null))
            throw Failure(FailureCode.Malformed, "the model called a tool with arguments that are no JSON", "try again, or use another model");
        if (!isSaid) throw Failure(FailureCode.Empty, "the model's reply is empty", "try again, or use another model");
    }

    private static long Length(AIContent content) => content switch
    {
        TextContent text => text.Text.Length,
        TextReasoningContent reasoning => reasoning.Text.Length,
        FunctionCallContent { Arguments: { } arguments } =>
            arguments.Sum(argument => argument.Key.Length + (long)(argument.Value?.ToString()?.Length ?? 0)),
        _ => 0,
    };

    private static bool SaysSomething(AIContent content) => content switch
    {
        TextContent text => !string.IsNullOrWhiteSpace(text.Text),
        FunctionCallContent => true,
        _ => false,
    };

    private static LanguageModelException Failure(string code, string message, string remedy) => new(Diagnostic.Error(code, message, remedy: remedy));
}
