using System.Collections.Immutable;
using NlOpt.Cli.Screens;
using NlOpt.Evaluation;
using NlOpt.Evaluation.Policies;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>One run of <c>nlopt policy compare</c>.</summary>
internal sealed class PolicyComparing(Terminal terminal, Engines engines)
{
    public int Run(
        ImmutableArray<string> words, string? baseline, string? caseName, ScenarioChoice choice, int threads, string? output, bool json,
        CancellationToken cancellationToken)
    {
        var subjects = ImmutableArray.CreateBuilder<PolicySubject>();
        foreach (var word in baseline is null || words.Contains(baseline) ? words : words.Insert(0, baseline))
        {
            var found = PolicySubject.Of(word);
            if (!found.TryGetValue(out var subject)) return FailureScreen.Refuse(terminal, found.Diagnostics);
            subjects.Add(subject);
        }

        var labels = Labels(words, baseline, subjects.ToImmutable());
        var opened = PolicySubject.FindCase(caseName, subjects.ToImmutable(), engines);
        if (!opened.TryGetValue(out var problem)) return FailureScreen.Refuse(terminal, opened.Diagnostics);
        FailureScreen.Show(terminal, opened.Diagnostics);
        if (subjects.Select(subject => subject.Objection(problem)).FirstOrDefault(objection => objection is not null) is { } other) return FailureScreen.Refuse(terminal, [other]);
        var drawn = choice.Of(problem.Problem);
        if (!drawn.TryGetValue(out var scenarios)) return FailureScreen.Refuse(terminal, drawn.Diagnostics);
        var evaluations = ImmutableArray.CreateBuilder<(string Label, PolicyEvaluation Evaluation)>();
        foreach (var (subject, label) in subjects.Zip(labels))
        {
            if (subject.Earlier(problem, scenarios) is { } earlier)
            {
                evaluations.Add((label, earlier));
                continue;
            }

            using var progress = new ProgressLine(terminal, "simulating " + label);
            var simulated = subject.Simulate(problem, scenarios, threads, engines, done => progress.Show(done, scenarios.Count), cancellationToken);
            if (!simulated.TryGetValue(out var evaluation)) return FailureScreen.Refuse(terminal, simulated.Diagnostics);
            evaluations.Add((label, evaluation));
        }

        var held = labels[baseline is null ? 0 : Math.Max(0, words.IndexOf(baseline))];
        var compared = PolicyComparisonReport.Of(evaluations.ToImmutable(), held);
        if (!compared.TryGetValue(out var comparison)) return FailureScreen.Refuse(terminal, compared.Diagnostics);
        if (output is not null
            && ReportFile.Write(Path.Combine(output, PolicyDocuments.ComparisonFile), PolicyDocuments.ToJson(comparison)) is { IsSuccess: false, Diagnostics: var unwritable })
            return FailureScreen.Refuse(terminal, unwritable);
        if (json) terminal.Writer.WriteLine(PolicyDocuments.ToJson(comparison));
        else PolicyComparisonScreen.Show(new Screen(terminal.Output), comparison);
        return ExitCode.Done;
    }

    /// <summary>The short name of each policy; the words of the command line where two short names are one.</summary>
    private static ImmutableArray<string> Labels(ImmutableArray<string> words, string? baseline, ImmutableArray<PolicySubject> subjects)
    {
        var all = baseline is null || words.Contains(baseline) ? words : words.Insert(0, baseline);
        return subjects.DistinctBy(subject => subject.Label).Count() == subjects.Length ? [.. subjects.Select(subject => subject.Label)] : all;
    }
}
