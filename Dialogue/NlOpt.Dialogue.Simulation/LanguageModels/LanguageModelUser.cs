using Microsoft.SemanticKernel;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.LanguageModels.Prompts;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Simulation.LanguageModels;

/// <summary>
/// Plays the owner of a hidden problem with a language model, which sees the text of the problem and never its formulation. What it says is held
/// to rules by code: at most 30 words, one question at most, no number that the text does not hold, no word about the text; and no summary is
/// accepted whose numbers are not those of the problem. Safe for use by several threads at once where the kernel is.
/// </summary>
/// <remarks>What agents and the model say is untrusted: it is only ever data.</remarks>
public sealed class LanguageModelUser : ISimulatedUser
{
    private static readonly PromptFile File = PromptFile.Load(typeof(LanguageModelUser).Assembly, "client");
    private static readonly InstructionEcho Echo = new(File.Instructions);

    private readonly Kernel _kernel;
    private readonly HiddenProblem _problem;
    private readonly int _seed;
    private readonly RuledPrompt<string> _prompt;
    private readonly ClientRules _rules;
    private readonly LanguageModelSummaryCheck _check;

    /// <summary>A user.</summary>
    /// <param name="kernel">The kernel whose chat completion is asked.</param>
    /// <param name="problem">What it knows.</param>
    /// <param name="seed">Chooses the phrases where it has to speak without the model.</param>
    /// <param name="replies">What replies are held to, and how often one that breaks a rule goes back; null for the defaults.</param>
    public LanguageModelUser(Kernel kernel, HiddenProblem problem, int seed = 0, PromptLimits? replies = null)
    {
        _kernel = kernel ?? throw new ArgumentNullException(nameof(kernel));
        _problem = problem ?? throw new ArgumentNullException(nameof(problem));
        _seed = seed;
        _prompt = new RuledPrompt<string>(File, ClientMessage.Read, replies);
        _rules = new ClientRules(problem.Text, Echo);
        _check = new LanguageModelSummaryCheck(kernel, problem, replies);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Errors: <c>model.*</c> where the server failed or the budget is used up, <c>model.reply.*</c> and <c>dialogue.*</c> where the model's
    /// message could not be used nor mended. Waits for the model on the calling thread.
    /// </remarks>
    public Result<string> Answer(Transcript transcript, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        if (transcript.Last is not { Speaker: Speaker.Agent } turn)
            throw new ArgumentException("The last turn must be the agent's.", nameof(transcript));
        cancellationToken.ThrowIfCancellationRequested();
        if (turn.Kind == TurnKind.Summary)
        {
            // Said again at the same point of a conversation, it is the same.
            var words = new FactWords(_problem, PhraseBank.Default, new Random(unchecked(_seed + transcript.Turns.Length)));
            var judged = _check.Judge(transcript, words, cancellationToken);
            return judged.TryGetValue(out var verdict)
                ? Result.Success(verdict.Message, judged.Diagnostics)
                : Result.Failure<string>(judged.Diagnostics);
        }

        var data = ConversationData.Write(transcript, Speaker.Client, "consultant", writer => writer.WriteString("problem", _problem.Text));
        return _prompt.Ask(_kernel, data, _rules.FaultsOf, _rules.Mend, cancellationToken);
    }
}
