using System.Collections.Immutable;
using Microsoft.SemanticKernel;
using NlOpt.Formulation;
using NlOpt.LanguageModels.Failures;
using NlOpt.LanguageModels.Kernels;
using NlOpt.LanguageModels.Prompts;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>
/// Asks a language model for a message and holds it to rules: one that breaks them goes back with what is wrong, within a bound; then it is mended
/// without the model where that can be done, or there is no message.
/// </summary>
/// <typeparam name="T">What a reply is read into.</typeparam>
/// <param name="file">The prompt.</param>
/// <param name="read">Reads a reply; throws a JsonException for a wrong shape.</param>
/// <param name="limits">What replies are held to; null for the defaults.</param>
internal sealed class RuledPrompt<T>(PromptFile file, Func<JsonPart, T> read, PromptLimits? limits)
    where T : class
{
    private static readonly int LongestData = new ModelKernelLimits().LongestPrompt;

    /// <summary>Asks.</summary>
    /// <param name="kernel">The kernel; its chat completion is asked, without chance.</param>
    /// <param name="data">The JSON object that the instructions speak of.</param>
    /// <param name="faults">What is wrong with a reply, with codes of <see cref="Fault"/>.</param>
    /// <param name="mend">Makes one that keeps the rules of a reply that does not; null where that cannot be done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// The reply, with a warning for each time it went back; or <c>model.*</c> where the server failed, <c>model.reply.*</c> where the last reply
    /// was none, <c>dialogue.*</c> where it broke rules.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Result<T> Ask(
        Kernel kernel, string data, Func<T, ImmutableArray<Diagnostic>> faults, Func<T, T?> mend, CancellationToken cancellationToken)
    {
        if (data.Length > LongestData)
        {
            return Result.Failure<T>(Diagnostic.Error(
                FailureCode.PromptTooLong,
                $"the conversation has {data.Length} characters, more than the {LongestData} that are sent",
                remedy: "begin a new one"));
        }

        T? broken = null;
        var prompt = new StructuredPrompt<T>(
            file,
            root =>
            {
                var reply = read(new JsonPart(root, ""));
                var found = faults(reply);
                if (found.IsEmpty) return Result.Success(reply);
                broken = reply;
                return Result.Failure<T>(found);
            },
            limits);
        var asked = Wait(prompt, kernel, data, cancellationToken);
        var errors = asked.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        // Only the last reply can be mended: where the server failed, or said no JSON, an older one is none.
        if (asked.IsSuccess || broken is null || !errors.All(IsFault) || mend(broken) is not { } mended) return asked;
        return Result.Success(mended, [.. asked.Diagnostics.Select(Softened), Fault.Mended()]);
    }

    /// <summary>
    /// Waits for the model here: conversations are turn by turn, nothing else can be done in the meantime, and the embedded engines behind the same
    /// contracts only compute. The call runs on another thread, so that no context of the caller's is waited for.
    /// </summary>
    private static Result<T> Wait(StructuredPrompt<T> prompt, Kernel kernel, string data, CancellationToken cancellationToken) =>
        Task.Run(() => prompt.AskAsync(kernel, data, cancellationToken: cancellationToken), cancellationToken).GetAwaiter().GetResult();

    private static bool IsFault(Diagnostic diagnostic) => diagnostic.Code.StartsWith(Fault.Prefix, StringComparison.Ordinal);

    private static Diagnostic Softened(Diagnostic diagnostic) => diagnostic with { Severity = DiagnosticSeverity.Warning };
}
