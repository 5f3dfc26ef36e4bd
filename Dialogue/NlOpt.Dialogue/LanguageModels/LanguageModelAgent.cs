using Microsoft.SemanticKernel;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.LanguageModels.Prompts;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>
/// Elicits a problem with a language model. The model says what to ask and how to sum up; the rules of conversations are kept by code: one
/// question of at most 30 words, no words of mathematicians, no number or thing that the client did not say, nothing about what there is not,
/// nothing asked again and again in vain, a summary before the conversation is too long, no goodbye before it is accepted. The conversation itself is
/// all it remembers, so that one can be taken up anywhere. Safe for use by several threads at once where the kernel is.
/// </summary>
/// <remarks>What clients and the model say is untrusted: it is only ever data.</remarks>
/// <param name="kernel">The kernel whose chat completion is asked.</param>
/// <param name="reader">Reads the sentences of summaries into formulations.</param>
/// <param name="length">How long a conversation may be, near the end of which only summaries are said; null for the defaults.</param>
/// <param name="replies">What replies are held to, and how often one that breaks a rule goes back; null for the defaults.</param>
public sealed class LanguageModelAgent(Kernel kernel, NoteReader reader, DialogueOptions? length = null, PromptLimits? replies = null)
    : IElicitationAgent
{
    // A summary, what the client says to it, and the same once more, or the goodbye.
    private const int MessagesOfEnd = 4;

    private static readonly PromptFile File = PromptFile.Load(typeof(LanguageModelAgent).Assembly, "elicit");
    private static readonly InstructionEcho Echo = new(File.Instructions);

    private static readonly Turn Goodbye = new(Speaker.Agent, TurnKind.Goodbye, Phrases.Goodbye);

    private readonly Kernel _kernel = kernel ?? throw new ArgumentNullException(nameof(kernel));
    private readonly NoteReader _reader = reader ?? throw new ArgumentNullException(nameof(reader));
    private readonly RuledPrompt<AgentReply> _prompt = new(File, AgentReply.Read, replies);
    private readonly int _mostMessages = (length ?? new DialogueOptions()).MostMessages;

    /// <inheritdoc/>
    /// <remarks>
    /// Errors: <c>model.*</c> where the server failed or the budget is used up, <c>model.reply.*</c> and <c>dialogue.*</c> where the model's
    /// message could not be used nor mended. Waits for the model on the calling thread.
    /// </remarks>
    public Result<Turn> Next(Transcript transcript, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        if (transcript.Last is { Speaker: Speaker.Agent }) throw new ArgumentException("The last turn must be the client's.", nameof(transcript));
        cancellationToken.ThrowIfCancellationRequested();
        if (IsAgreed(transcript)) return Result.Success(Goodbye);
        var left = _mostMessages - transcript.Turns.Length;
        var mustSumUp = left <= MessagesOfEnd && !transcript.Turns.IsEmpty;
        var rules = new AgentRules(transcript, Echo, mustSumUp);
        var data = ConversationData.Write(transcript, Speaker.Agent, "client", writer =>
        {
            writer.WriteNumber("messagesLeft", left);
            writer.WriteBoolean("mustSumUp", mustSumUp);
        });
        var said = _prompt.Ask(_kernel, data, rules.FaultsOf, rules.Mend, cancellationToken);
        return said.TryGetValue(out var reply)
            ? Result.Success(TurnOf(reply, cancellationToken), said.Diagnostics)
            : Result.Failure<Turn>(said.Diagnostics);
    }

    private Turn TurnOf(AgentReply reply, CancellationToken cancellationToken) => reply switch
    {
        AgentReply.Question(var text) => new Turn(Speaker.Agent, TurnKind.Question, text),
        AgentReply.Summary summary => AgentSummary.Of(summary, _reader, cancellationToken),
        _ => Goodbye,
    };

    /// <summary>Whether the client plainly agreed to the last summary, which needs no model to be seen.</summary>
    private static bool IsAgreed(Transcript transcript) =>
        transcript.Turns.Length >= 2 && transcript.Turns[^2].Kind == TurnKind.Summary && Replies.Agrees(transcript.Turns[^1].Text);
}
