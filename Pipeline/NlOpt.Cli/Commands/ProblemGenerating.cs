using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Cli.Screens;
using NlOpt.Datasets.Generation;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt generate problems</c>.</summary>
internal sealed class ProblemGenerating(Terminal terminal, Engines engines)
{
    public int Run(GenerationOptions options, string path, bool json, CancellationToken cancellationToken)
    {
        ImmutableArray<GeneratedProblem> problems;
        using (var progress = new ProgressLine(terminal, "generating"))
            problems = new ProblemGenerator(engines.Solver.Value).Generate(options, done => progress.Show(done, options.Count), cancellationToken);
        var saved = GeneratedProblemFile.Save(path, problems);
        if (!saved.TryGetValue(out var sha256))
        {
            FailureScreen.Show(terminal, saved.Diagnostics);
            return ExitCode.Of(saved.Diagnostics);
        }

        var outcomes = problems.CountBy(problem => problem.Outcome).ToDictionary();
        int Of(GeneratedOutcome outcome) => outcomes.GetValueOrDefault(outcome);
        if (json)
        {
            JsonOutput.Write(terminal, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("path", path);
                writer.WriteNumber("problems", problems.Length);
                writer.WriteNumber("optimal", Of(GeneratedOutcome.Optimal));
                writer.WriteNumber("infeasible", Of(GeneratedOutcome.Infeasible));
                writer.WriteNumber("unbounded", Of(GeneratedOutcome.Unbounded));
                writer.WriteString("sha256", sha256);
                writer.WriteEndObject();
            });
            return ExitCode.Done;
        }

        terminal.Writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"wrote {problems.Length} problems to {path}: {Of(GeneratedOutcome.Optimal)} with a best plan, {Of(GeneratedOutcome.Infeasible)} infeasible, {Of(GeneratedOutcome.Unbounded)} unbounded"));
        terminal.Writer.WriteLine($"sha256 {sha256}");
        return ExitCode.Done;
    }
}
