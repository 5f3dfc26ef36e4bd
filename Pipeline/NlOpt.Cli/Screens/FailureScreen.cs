using System.Collections.Immutable;
using NlOpt.Modeling;
using Spectre.Console;

namespace NlOpt.Cli.Screens;

/// <summary>Complaints, on standard error: what happened, where, and how to mend it; never a stack trace.</summary>
internal static class FailureScreen
{
    /// <summary>Shows findings, errors first word red, warnings yellow.</summary>
    public static void Show(Terminal terminal, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var (word, color) = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => ("error", Color.Red),
                DiagnosticSeverity.Warning => ("warning", Color.Yellow),
                _ => ("note", Color.Blue),
            };
            var place = diagnostic.Location is { } location ? $"{location}: " : "";
            Line(terminal, word, color, $"{place}{diagnostic.Message} [{diagnostic.Code}]");
            if (diagnostic.Remedy is { } remedy) terminal.ErrorWriter.WriteLine("  " + VisibleText.OneLine(remedy));
        }
    }

    /// <summary>Shows why a command cannot go on.</summary>
    /// <returns>The exit code that says so.</returns>
    public static int Refuse(Terminal terminal, ImmutableArray<Diagnostic> diagnostics)
    {
        Show(terminal, diagnostics);
        return ExitCode.Of(diagnostics);
    }

    /// <summary>One line that is nobody's diagnostic.</summary>
    public static void Say(Terminal terminal, string message) => Line(terminal, "nlopt", Color.Yellow, message);

    /// <summary>A defect of ours.</summary>
    public static void ShowBug(Terminal terminal, Exception error)
    {
        var origin = error.TargetSite is { } site ? $" in {site.DeclaringType?.Name}.{site.Name}" : "";
        Line(terminal, "error", Color.Red, $"nlopt failed: {error.GetType().Name}{origin}: {error.Message}");
        terminal.ErrorWriter.WriteLine("  This is a defect. Please report it with the command line, the input and this message.");
    }

    private static void Line(Terminal terminal, string word, Color color, string message)
    {
        // Written directly: wrapping would break paths and messages that people copy.
        terminal.Error.Write(new Text(word + ":", new Style(color)));
        terminal.ErrorWriter.WriteLine(" " + VisibleText.OneLine(message));
    }
}
