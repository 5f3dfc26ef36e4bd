using NlOpt.Cli.Screens;
using NlOpt.Datasets.Generation;
using NlOpt.Evaluation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using NlOpt.Understanding.Weights;

namespace NlOpt.Cli.Commands;

/// <summary>One run of <c>nlopt eval generated</c>.</summary>
internal sealed class GeneratedEvaluating(Terminal terminal, Engines engines)
{
    public int Run(string path, string? weights, string? errors, bool json, CancellationToken cancellationToken)
    {
        var loaded = GeneratedProblemFile.Load(path);
        if (!loaded.TryGetValue(out var file)) return FailureScreen.Refuse(terminal, loaded.Diagnostics);
        var found = System(weights);
        if (!found.TryGetValue(out var system)) return FailureScreen.Refuse(terminal, found.Diagnostics);
        GeneratedReport report;
        using (var progress = new ProgressLine(terminal, "measuring"))
            report = GeneratedEvaluation.Execute(file, system, new EvaluationOptions { Progress = step => progress.Show(step.Done, step.Total) }, cancellationToken);
        if (json) GeneratedScreen.WriteJson(terminal, report);
        else GeneratedScreen.Show(new Screen(terminal.Output), report);
        if (errors is null) return ExitCode.Done;
        var written = ReportFile.Write(errors, GeneratedErrorLines.Of(report));
        if (!written.TryGetValue(out var full)) return FailureScreen.Refuse(terminal, written.Diagnostics);
        FailureScreen.Say(terminal, $"wrote {full}");
        return ExitCode.Done;
    }

    private Result<EvaluationSystem> System(string? weights)
    {
        if (weights is null)
        {
            return engines.Formulator.Value.TryGetValue(out var everyday)
                ? Result.Success(new EvaluationSystem("embedded reader", everyday))
                : Result.Failure<EvaluationSystem>(engines.Formulator.Value.Diagnostics);
        }

        try
        {
            using var stream = File.OpenRead(weights);
            var loaded = ReaderWeights.Load(stream);
            return loaded.TryGetValue(out var own)
                ? Result.Success(new EvaluationSystem($"embedded reader {own.Sha256[..8]}", new EmbeddedReader(own)))
                : Result.Failure<EvaluationSystem>(loaded.Diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Result.Failure<EvaluationSystem>(Diagnostic.Error("data.unreadable", exception.Message, new DiagnosticLocation(Source: weights)));
        }
    }
}
