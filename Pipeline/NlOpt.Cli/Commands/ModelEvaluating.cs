using NlOpt.Agents.Checking;
using NlOpt.Agents.Formulating;
using NlOpt.Agents.Masking;
using NlOpt.Cli.Configuration;
using NlOpt.Cli.LanguageModels;
using NlOpt.Datasets;
using NlOpt.Evaluation;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Cli.Commands;

/// <summary>Measures a language model on a split, by itself or checked by the embedded reader.</summary>
internal sealed class ModelEvaluating(Terminal terminal, Engines engines)
{
    private const string RecordName = "calls.jsonl";

    /// <summary>Measures.</summary>
    /// <param name="split">The problems.</param>
    /// <param name="request">How.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <param name="stopped">Why no further problem could be read; null where all could be, or where it was cancelled.</param>
    public Result<EvaluationReport> Measure(Nl4OptSplit split, ModelRequest request, CancellationToken cancellationToken, out Diagnostic? stopped)
    {
        stopped = null;
        var settings = SettingValues.Of(engines);
        if (!settings.TryGetValue(out var values)) return Result.Failure<EvaluationReport>(settings.Diagnostics);
        var opened = HostChatClients.Open(values, engines.Clock, request.Folder is { } folder ? Path.Combine(folder, RecordName) : null);
        if (!opened.TryGetValue(out var clients)) return Result.Failure<EvaluationReport>(opened.Diagnostics);
        using (clients)
        {
            var made = clients.Create(request.Name);
            if (!made.TryGetValue(out var client)) return Result.Failure<EvaluationReport>(made.Diagnostics);
            using var metered = new MeteredChatClient(client, engines.Clock);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var agent = Agent(new AgentFormulator(clients.KernelOver(metered), new AgentOptions { Attempts = request.Attempts }), request);
            var stopping = new StoppingFormulator(new RememberedFormulator(agent), stop);
            var measured = Measure(split, request, request.Name ?? values[Setting.Name] ?? "recorded", stopping, stop.Token);
            if (stopping.Reason is { } reason && !cancellationToken.IsCancellationRequested) stopped = reason;
            return measured.TryGetValue(out var report) ? Result.Success(report with { Usage = metered.Usage(request.Prices) }) : measured;
        }
    }

    private Result<EvaluationReport> Measure(
        Nl4OptSplit split, ModelRequest request, string model, StoppingFormulator agent, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(terminal, "measuring");
        var options = new EvaluationOptions
        {
            Execution = new ExecutionSettings(engines.Solver.Value, engines.Solver.Value),
            Parallelism = request.Parallelism,
            Clock = engines.Clock,
            Progress = step => progress.Show(step.Done, step.Total),
        };
        var name = $"{model}{(request.IsMasked ? ", masked" : "")}{(request.Attempts > 1 ? $", majority of {request.Attempts}" : "")}";
        var alone = EvaluationRun.Execute(split, new EvaluationSystem(name, agent), options, cancellationToken);
        if (!request.IsChecked || !alone.TryGetValue(out var byModel)) return alone;

        // What was read by then is remembered: checking it needs no further call, even where the run was stopped.
        var read = split with { Problems = [.. split.Problems.Where(problem => byModel.Items.Any(item => item.Id == problem.Id))] };
        var reader = ReaderSystem.For(split);
        var byReader = EvaluationRun.Execute(read, reader, options, CancellationToken.None);
        if (!byReader.TryGetValue(out var own)) return byReader;
        var weights = ((EmbeddedReader)reader.Formulator).Weights;
        var checking = new CheckedFormulator(agent, reader.Formulator, new CrossChecker(weights), new CheckedOptions { IsAttended = false });
        var byBoth = EvaluationRun.Execute(
            read, new EvaluationSystem($"{name}, checked by {reader.Name}", checking) { TrainingChecksums = reader.TrainingChecksums }, options,
                CancellationToken.None);
        return byBoth.TryGetValue(out var both)
            ? Result.Success(both with { ProblemCount = split.Problems.Length, Disagreement = Disagreement.Of(byModel, own, both) })
            : byBoth;
    }

    private static IFormulator Agent(AgentFormulator agent, ModelRequest request) => request.IsMasked ? new MaskingFormulator(agent, new NoteReader())
        : agent;
}
