using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Evaluation;
using NlOpt.Modeling;

namespace NlOpt.Cli;

/// <summary>Writes the results of a command and says where they lie.</summary>
internal static class SavedFile
{
    /// <summary>Writes a file whole.</summary>
    /// <returns>False when it cannot be written; the diagnostics then say why.</returns>
    public static bool Save(Terminal terminal, string file, string text, out ImmutableArray<Diagnostic> diagnostics)
    {
        var written = ReportFile.Write(file, text);
        diagnostics = written.Diagnostics;
        if (!written.TryGetValue(out var path)) return false;
        FailureScreen.Say(terminal, $"wrote {path}");
        return true;
    }

    /// <summary>Writes a report into a folder: as <c>results.json</c> for programs and as <c>report.html</c> for people.</summary>
    /// <returns>False when one of them cannot be written; the diagnostics then say why.</returns>
    public static bool SaveReport(Terminal terminal, string folder, EvaluationReport report, out ImmutableArray<Diagnostic> diagnostics) =>
        Save(terminal, Path.Combine(folder, "results.json"), ReportFile.ToJson(report), out diagnostics)
        && Save(terminal, Path.Combine(folder, "report.html"), HtmlReport.Of(report), out diagnostics);
}
