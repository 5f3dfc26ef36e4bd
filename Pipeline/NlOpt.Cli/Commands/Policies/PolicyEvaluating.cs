using NlOpt.Cli.Screens;
using NlOpt.Evaluation;
using NlOpt.Evaluation.Policies;
using NlOpt.Modeling;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>One run of <c>nlopt policy evaluate</c>.</summary>
internal sealed class PolicyEvaluating(Terminal terminal, Engines engines)
{
    public int Run(string word, string? caseName, ScenarioChoice choice, int threads, string? output, bool json, CancellationToken cancellationToken)
    {
        var found = PolicySubject.Of(word);
        if (!found.TryGetValue(out var subject)) return FailureScreen.Refuse(terminal, found.Diagnostics);
        var opened = PolicySubject.FindCase(caseName, [subject], engines);
        if (!opened.TryGetValue(out var problem)) return FailureScreen.Refuse(terminal, opened.Diagnostics);
        FailureScreen.Show(terminal, opened.Diagnostics);
        if (subject.Objection(problem) is { } other) return FailureScreen.Refuse(terminal, [other]);
        var drawn = choice.Of(problem.Problem);
        if (!drawn.TryGetValue(out var scenarios)) return FailureScreen.Refuse(terminal, drawn.Diagnostics);
        var simulated = Simulate();
        if (!simulated.TryGetValue(out var evaluation)) return FailureScreen.Refuse(terminal, simulated.Diagnostics);
        var folder = output is null ? subject.Folder : new PolicyFolder(output);
        if (folder is not null && ReportFile.Write(folder.EvaluationPath, PolicyDocuments.ToJson(evaluation)) is { IsSuccess: false, Diagnostics: var unwritable })
            return FailureScreen.Refuse(terminal, unwritable);
        if (folder is not null) PolicyReportPage.Write(terminal, folder);
        if (json) terminal.Writer.WriteLine(PolicyDocuments.ToJson(evaluation));
        else PolicyEvaluationScreen.Show(new Screen(terminal.Output), evaluation);
        return ExitCode.Done;

        Result<PolicyEvaluation> Simulate()
        {
            using var progress = new ProgressLine(terminal, "simulating " + subject.Label);
            return subject.Simulate(problem, scenarios, threads, engines, done => progress.Show(done, scenarios.Count), cancellationToken);
        }
    }
}
