using Microsoft.SemanticKernel;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Kernels;

/// <summary>
/// Keeps untrusted text in its place: a rendered prompt may not be endless, and no value that was put into it may stand there as markup, by which
/// words of a user would become a message of their own, such as a system prompt.
/// </summary>
internal sealed class SafetyFilter(ModelKernelLimits limits) : IPromptRenderFilter
{
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context).ConfigureAwait(false);
        var prompt = context.RenderedPrompt ?? "";
        if (prompt.Length > limits.LongestPrompt)
        {
            throw new LanguageModelException(Diagnostic.Error(
                FailureCode.PromptTooLong,
                $"the prompt has {prompt.Length} characters, more than the {limits.LongestPrompt} that are sent",
                remedy: "shorten the text"));
        }

        foreach (var value in context.Arguments.Values.OfType<string>())
        {
            if (value.Contains("<message", StringComparison.OrdinalIgnoreCase) && prompt.Contains(value, StringComparison.Ordinal))
            {
                throw new LanguageModelException(Diagnostic.Error(
                    FailureCode.Rejected,
                    "the text holds markup of prompts, and would become a message of its own",
                    remedy: "take \"<message\" out of the text"));
            }
        }
    }
}
