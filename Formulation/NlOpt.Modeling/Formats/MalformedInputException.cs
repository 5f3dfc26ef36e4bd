namespace NlOpt.Modeling;

/// <summary>Unwinds a reader at the first error; <see cref="ModelFormat"/> catches it at the door, so that it never leaves this assembly.</summary>
internal sealed class MalformedInputException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    /// <summary>What was wrong.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
