using NlOpt.Cli.Screens;
using NlOpt.Datasets.Dialogues;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Evaluation;
using NlOpt.Modeling;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt eval summaries</c>.</summary>
internal sealed class SummariesEvaluating(Terminal terminal, Engines engines)
{
    public const string Summary = "summary", Conversation = "conversation", Both = "both";

    public int Run(SummariesRequest request, CancellationToken cancellationToken)
    {
        var measured = Measure(request, cancellationToken);
        if (!measured.TryGetValue(out var report)) return FailureScreen.Refuse(terminal, measured.Diagnostics);
        if (request.Json) terminal.Writer.WriteLine(ReportFile.ToJson(report));
        else Show(new Screen(terminal.Output), report);
        if (request.Items is { } items && !SavedFile.Save(terminal, items, ItemLines.Of([report.All]), out var diagnostics)) return FailureScreen.Refuse(terminal, diagnostics);
        if (request.Output is not { } output) return ExitCode.Done;
        return SavedFile.SaveReport(terminal, output, report.All, out diagnostics)
            ? ExitCode.Done
            : FailureScreen.Refuse(terminal, diagnostics);
    }

    private Result<SummaryReport> Measure(SummariesRequest request, CancellationToken cancellationToken)
    {
        var opened = RecordedDialogues.Open(terminal, engines, request.Folder, request.Only, request.AcceptStale);
        if (!opened.TryGetValue(out var recorded)) return Result.Failure<SummaryReport>(opened.Diagnostics);
        using var progress = new ProgressLine(terminal, "measuring");
        var options = new EvaluationOptions
        {
            Execution = new ExecutionSettings(engines.Solver.Value, engines.Solver.Value),
            Progress = step => progress.Show(step.Done, step.Total),
        };
        Func<ProblemDialogue, EvaluationSystem, string?>? textOf = request.Read switch
        {
            Conversation => (dialogue, system) => Choose(dialogue, system, withSummary: false),
            Both => (dialogue, system) => dialogue.Summary is null ? null : Choose(dialogue, system, withSummary: true),
            _ => null,
        };
        return SummaryEvaluation.Execute(
            recorded.Splits, recorded.Dialogues, recorded.Folds, recorded.Chosen, recorded.SystemOf, options, textOf, cancellationToken);

        string Choose(ProblemDialogue dialogue, EvaluationSystem system, bool withSummary) =>
            new ConversationReader(system.Formulator).Choose(RecordedConversation.Of(dialogue, withSummary), cancellationToken);
    }

    private static void Show(Screen screen, SummaryReport report)
    {
        EvaluationScreen.Show(screen, report.All);
        foreach (var part in new[] { report.AllStatements, report.Best, report.BestStatements }) EvaluationScreen.ShowPart(screen, part);
    }
}
