using NlOpt.Cli.Screens;
using NlOpt.Evaluation;
using NlOpt.Modeling;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt dialogue evaluate</c>.</summary>
internal sealed class DialogueEvaluating(Terminal terminal, Engines engines)
{
    public int Run(string folder, bool json, CancellationToken cancellationToken)
    {
        Result<DialogueReport> measured;
        using (var progress = new ProgressLine(terminal, "measuring"))
            measured = DialogueEvaluation.Execute(folder, engines.Solver.Value, progress.Show, cancellationToken);
        if (!measured.TryGetValue(out var report)) return FailureScreen.Refuse(terminal, measured.Diagnostics);
        if (json) terminal.Writer.WriteLine(ReportFile.ToJson(report));
        else DialogueScreen.Show(new Screen(terminal.Output), report);
        return ExitCode.Done;
    }
}
