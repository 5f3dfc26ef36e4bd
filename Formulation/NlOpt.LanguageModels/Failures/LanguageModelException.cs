using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Failures;

/// <summary>
/// A call of a language model that gave no usable reply. Chat clients can only throw; who calls them turns this into a result with
/// <see cref="Diagnostic"/>. The message of the exception itself, which traces and logs take, holds the code alone: servers repeat what they were
/// sent.
/// </summary>
public sealed class LanguageModelException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="diagnostic">What happened; an error with a code of <see cref="FailureCode"/>.</param>
    /// <param name="cause">What was thrown underneath; null where nothing was.</param>
    public LanguageModelException(Diagnostic diagnostic, Exception? cause = null)
        : base($"The language model gave no usable reply: {diagnostic?.Code}.", cause)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Diagnostic = diagnostic;
    }

    /// <summary>What happened, and how to mend it.</summary>
    public Diagnostic Diagnostic { get; }
}
