using System.Collections.Immutable;
using Microsoft.SemanticKernel;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.LanguageModels.Prompts;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Simulation.LanguageModels;

/// <summary>
/// Compares a summary with the hidden problem by a language model. Such judges are lenient, so the numbers have the last word: a summary that lacks a
/// number of the problem, or has one that the problem has not, is not accepted.
/// </summary>
/// <param name="kernel">The kernel whose chat completion is asked.</param>
/// <param name="problem">The hidden problem.</param>
/// <param name="replies">What replies are held to; null for the defaults.</param>
internal sealed class LanguageModelSummaryCheck(Kernel kernel, HiddenProblem problem, PromptLimits? replies)
{
    private static readonly PromptFile File = PromptFile.Load(typeof(LanguageModelSummaryCheck).Assembly, "summary_check");
    private static readonly InstructionEcho Echo = new(File.Instructions);

    private readonly RuledPrompt<SummaryVerdict> _prompt = new(File, SummaryVerdict.Read, replies);
    private readonly ClientRules _rules = new(problem.Text, Echo);

    /// <summary>Judges the summary that a conversation ends with.</summary>
    /// <param name="transcript">The conversation.</param>
    /// <param name="words">Says what is wrong where the model cannot be brought to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Result<SummaryVerdict> Judge(Transcript transcript, FactWords words, CancellationToken cancellationToken)
    {
        var summary = transcript.Last!.Text;
        var numbers = SummaryNumbers.Of(problem, summary);
        var data = ConversationData.Write(new Transcript(transcript.Turns[..^1]), Speaker.Client, "consultant", writer =>
        {
            writer.WriteString("problem", problem.Text);
            writer.WriteString("summary", summary);
        });
        return _prompt.Ask(kernel, data, verdict => FaultsOf(verdict, numbers), verdict => Mend(verdict, numbers, words), cancellationToken);
    }

    private ImmutableArray<Diagnostic> FaultsOf(SummaryVerdict verdict, SummaryNumbers numbers)
    {
        if (!verdict.IsRight)
        {
            return Replies.Agrees(verdict.Message)
                ? [Fault.Judgement("the message agrees, the verdict does not", "say what is wrong, or judge the summary right")]
                : _rules.FaultsOf(verdict.Message);
        }

        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var number in numbers.LackingNumbers)
            faults.Add(Fault.Judgement($"the summary does not say {number}, which stands in the problem", "judge it wrong, and say what is missing"));
        foreach (var number in numbers.Invented)
            faults.Add(Fault.Judgement($"the summary says {number}, which does not stand in the problem", "judge it wrong, and say what is right"));
        return faults.ToImmutable();
    }

    /// <summary>What is right of the model's message, else what the numbers show.</summary>
    private SummaryVerdict? Mend(SummaryVerdict verdict, SummaryNumbers numbers, FactWords words)
    {
        var message = verdict.IsRight || Replies.Agrees(verdict.Message) ? null : _rules.Mend(verdict.Message);
        // "Thank you." is left of many a message, and would be no objection.
        if (message is not null && !Replies.Agrees(message)) return new SummaryVerdict(false, message);
        return numbers.Feedback(words) is { } feedback ? new SummaryVerdict(false, feedback) : null;
    }
}
