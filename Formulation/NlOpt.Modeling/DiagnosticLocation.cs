namespace NlOpt.Modeling;

/// <summary>Where in a text or file something was found.</summary>
/// <param name="Line">Line, counted from 1; null where lines have no meaning.</param>
/// <param name="Column">Column in UTF-16 units, counted from 1; null where unknown.</param>
/// <param name="Source">Name of the file, row or variable; null where there is only one.</param>
public sealed record DiagnosticLocation(int? Line = null, int? Column = null, string? Source = null)
{
    /// <summary>The location as it stands in messages, for example <c>plan.lp:3:14</c>.</summary>
    public override string ToString() => (Source, Line, Column) switch
    {
        (null, { } line, { } column) => $"line {line}, column {column}",
        (null, { } line, null) => $"line {line}",
        ({ } source, { } line, { } column) => $"{source}:{line}:{column}",
        ({ } source, { } line, null) => $"{source}:{line}",
        ({ } source, null, _) => source,
        _ => "input",
    };
}
