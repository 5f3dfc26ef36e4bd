using Microsoft.SemanticKernel;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Prompts;

/// <summary>Says what a call of a language model failed of.</summary>
internal static class CallFailure
{
    /// <summary>The diagnostic; null for exceptions that are bugs.</summary>
    public static Diagnostic? Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case HttpRequestException or HttpOperationException:
                    return Diagnostic.Error("model.unreachable", $"the language model could not be asked: {cause.Message}", remedy: "check the server, then try again");
                case IOException:
                    return Diagnostic.Error("model.cut", "the connection to the language model ended within the reply", remedy: "try again");
                case TimeoutException or OperationCanceledException:
                    return Diagnostic.Error("model.timed-out", "the language model did not answer in time", remedy: "try again later, or allow more time");
            }
        }

        return null;
    }
}
