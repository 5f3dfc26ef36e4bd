namespace NlOpt.Modeling;

/// <summary>How grave a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>A result exists but rests on something the reader should look at.</summary>
    Warning,

    /// <summary>No result could be given.</summary>
    Error,
}

/// <summary>One finding about user input: what happened, where, and how to mend it.</summary>
/// <param name="Code">Stable code such as <c>read.empty</c>; tests and scripts rely on it, never on the message.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What happened and what was expected, in plain words.</param>
/// <param name="Location">Where; null when it concerns the whole input.</param>
/// <param name="Remedy">The usual fix; null when there is none to offer.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    string Message,
    DiagnosticLocation? Location = null,
    string? Remedy = null)
{
    /// <summary>Makes an error.</summary>
    public static Diagnostic Error(string code, string message, DiagnosticLocation? location = null, string? remedy = null) =>
        new(code, DiagnosticSeverity.Error, message, location, remedy);

    /// <summary>Makes a warning.</summary>
    public static Diagnostic Warning(string code, string message, DiagnosticLocation? location = null, string? remedy = null) =>
        new(code, DiagnosticSeverity.Warning, message, location, remedy);

    /// <summary>The diagnostic as one line for people.</summary>
    public override string ToString() =>
        (Location is null ? "" : $"{Location}: ") + Message + (Remedy is null ? "" : $" ({Remedy})") + $" [{Code}]";
}
