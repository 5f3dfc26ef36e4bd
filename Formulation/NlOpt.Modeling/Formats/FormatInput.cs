using System.Collections.Immutable;

namespace NlOpt.Modeling;

/// <summary>A text being read, the name it goes by in messages, and the warnings made on the way.</summary>
/// <param name="text">The text, without byte order mark.</param>
/// <param name="source">Name of the file; null when there is none.</param>
internal sealed class FormatInput(string text, string? source)
{
    private const int MaximumWarnings = 100;
    private readonly ImmutableArray<Diagnostic>.Builder _warnings = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>Warnings so far; the first hundred, because a hostile file could make millions.</summary>
    public ImmutableArray<Diagnostic> Warnings => _warnings.ToImmutable();

    /// <summary>An error to be thrown.</summary>
    public MalformedInputException Error(string code, string message, TextPosition? at = null, string? remedy = null) =>
        new(Diagnostic.Error(code, message, Locate(at), remedy));

    /// <summary>Notes a warning.</summary>
    public void Warn(string code, string message, TextPosition? at = null, string? remedy = null)
    {
        if (_warnings.Count < MaximumWarnings) _warnings.Add(Diagnostic.Warning(code, message, Locate(at), remedy));
    }

    /// <summary>A piece of the input as messages quote it: short and printable.</summary>
    public static string Quote(ReadOnlySpan<char> piece)
    {
        const int Longest = 40;
        var shown = piece.Length > Longest ? string.Concat(piece[..Longest], "...") : piece.ToString();
        return "'" + string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)) + "'";
    }

    private DiagnosticLocation? Locate(TextPosition? at) =>
        at is null && source is null ? null : new DiagnosticLocation(at?.Line, at?.Column, source);
}
