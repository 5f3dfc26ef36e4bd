using NlOpt.Cli.Screens;
using NlOpt.Evaluation;
using NlOpt.Evaluation.Policies;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>The page report.html in the folder of a training, made anew whenever something in the folder changes.</summary>
internal static class PolicyReportPage
{
    /// <summary>Writes the page. Where pictures cannot be drawn it has none, and a warning says why; where it cannot be written, too.</summary>
    public static void Write(Terminal terminal, PolicyFolder folder)
    {
        var read = folder.ReadRun(folder.Label);
        FailureScreen.Show(terminal, read.Diagnostics);
        if (!read.TryGetValue(out var run)) return;
        var drawn = PolicyPictures.Draw([run]);
        FailureScreen.Show(terminal, drawn.Diagnostics);
        var written = ReportFile.Write(folder.ReportPath, PolicyHtmlReport.Of([run], drawn.TryGetValue(out var pictures) ? pictures : []));
        FailureScreen.Show(terminal, written.Diagnostics);
    }
}
