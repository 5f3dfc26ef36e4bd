using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NlOpt.Cli.Screens;
using NlOpt.Datasets.Generation;
using NlOpt.Evaluation;
using NlOpt.Formulation;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt eval robustness</c>: puts random texts and generated problems to the reader; it may not break or take long on any.</summary>
internal static class RobustnessCommand
{
    private const double LongestMilliseconds = 250;
    private const int MostShown = 10;
    private const int TornProblems = 50;

    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var count = new Option<int>("-n", "--count") { Description = "How many of each kind.", DefaultValueFactory = _ => 10_000, HelpName = "N" };
        SharedOptions.RequireNumber(count, number => number is >= 1 and <= 1_000_000 && number == Math.Floor(number), "a whole number from 1 to 1000000");
        var seed = new Option<int>("--seed") { Description = "Another seed makes other texts.", DefaultValueFactory = _ => 1, HelpName = "S" };
        SharedOptions.RequireNumber(seed, number => number is >= 0 and <= int.MaxValue && number == Math.Floor(number), "a whole number of 0 or more");
        var command = new Command("robustness", "Put random texts and generated problems to the reader: no crash, and none longer than a quarter of a second.") { count, seed };
        command.SetAction(parsed => Run(terminal, engines, parsed.GetValue(count), parsed.GetValue(seed), cancellationToken));
        return command;
    }

    private static int Run(Terminal terminal, Engines engines, int count, int seed, CancellationToken cancellationToken)
    {
        if (!engines.Formulator.Value.TryGetValue(out var formulator))
        {
            FailureScreen.Show(terminal, engines.Formulator.Value.Diagnostics);
            return ExitCode.Of(engines.Formulator.Value.Diagnostics);
        }

        var generator = new ProblemGenerator(engines.Solver.Value);
        var generated = new GenerationOptions { Count = 1, Seed = seed, Bank = GenerationBank.HeldOut, Templates = GenerationOptions.TemplateIds };
        string Problem(int index) => generator.Generate(generated, index).Text;
        var torn = Enumerable.Range(0, TornProblems).Select(Problem).ToList();
        // The runtime compiles the reader while it reads its first text; that time is told apart from what texts take.
        var started = Stopwatch.GetTimestamp();
        formulator.Formulate(Source.Of(torn[0]), cancellationToken);
        var first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        using var progress = new ProgressLine(terminal, "reading");
        // One at a time, so that the times are those of the reading.
        var options = new EvaluationOptions { Parallelism = 1, Progress = step => progress.Show(step.Done, step.Total) };
        var report = RobustnessRun.Execute(
            formulator,
            2 * count,
            index => index < count
                ? (string.Create(CultureInfo.InvariantCulture, $"random text {index}"), RandomTexts.Of(seed, index, torn))
                : (string.Create(CultureInfo.InvariantCulture, $"problem {index - count}"), Problem(index - count)),
            LongestMilliseconds,
            options,
            cancellationToken);
        var screen = new Screen(terminal.Output);
        if (report.Measured < report.Planned)
            screen.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Stopped after {report.Measured:N0} of {report.Planned:N0} texts."), Screen.Warning);
        screen.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Read} read, {report.Declined} declined, {report.Crashes.Length} crashed, {report.Slow.Length} took longer than {LongestMilliseconds} ms; {report.Timing.Median:0.0} ms in the median, {report.Timing.Maximum:0.0} ms at most."));
        screen.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Before them the first text of the process took {first:0} ms, compiling included."), Screen.Faint);
        foreach (var failure in report.Crashes.Concat(report.Slow).Take(MostShown)) screen.Paragraph($"{failure.Name}: {failure.What}", Screen.Bad);
        return report.Measured < report.Planned ? ExitCode.Cancelled : report.IsSound ? ExitCode.Done : ExitCode.AnswerIsNo;
    }
}
