using System.Collections.Immutable;
using NlOpt.Datasets.Generation;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>
/// Reads generated problems and compares whole models by meaning: variables matched by their names, both formulations lowered with all amounts
/// whole (so that whole or divisible does not matter), then equal up to scaling, order of rows, and bounds written as rows; logic included.
/// </summary>
public static class GeneratedEvaluation
{
    /// <summary>Measures a system.</summary>
    /// <param name="file">The problems.</param>
    /// <param name="system">The system; it gets the texts alone.</param>
    /// <param name="options">How; execution and errata are not used. Null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GeneratedReport Execute(
        GeneratedProblemFile file, EvaluationSystem system, EvaluationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(system);
        options ??= new EvaluationOptions();
        var results = new GeneratedResult[file.Problems.Length];
        var done = 0;
        Parallel.For(
            0,
            results.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            index =>
            {
                results[index] = Score(file.Problems[index], system, options.Clock, cancellationToken);
                options.Progress?.Invoke(new EvaluationProgress(Interlocked.Increment(ref done), results.Length, file.Problems[index].Id, results[index].IsRight));
            });
        return new GeneratedReport(system.Name, file.Sha256, [.. results]);
    }

    private static GeneratedResult Score(GeneratedProblem problem, EvaluationSystem system, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            var read = system.Formulator.Formulate(Source.Of(problem.Text), cancellationToken);
            var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
            if (!read.TryGetValue(out var reading)) return Unread(problem, $"declined: {read.Diagnostics[0].Code}", milliseconds);
            var lowering = Lowering.Lower(reading.Best, GeneratedComparison.AllWhole);
            if (!lowering.TryGetValue(out var lowered)) return Unread(problem, $"contradicts itself: {lowering.Diagnostics[0].Code}", milliseconds);
            var errors = new GeneratedComparison(problem, lowered).Errors();
            return new GeneratedResult(problem, errors.IsEmpty, errors, Lines(lowered), reading.Best.Probability, milliseconds);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A system that throws has a bug; it is counted and shown, and the run goes on.
            return Unread(problem, $"failed: {exception.GetType().Name}", clock.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static GeneratedResult Unread(GeneratedProblem problem, string error, double milliseconds) => new(problem, false, [error], [], null, milliseconds);

    /// <summary>A model as lines of algebra.</summary>
    internal static ImmutableArray<string> Lines(LoweredModel lowered) =>
    [
        AlgebraText.OfObjective(lowered.Model),
        .. lowered.Model.Rows.Select(row => AlgebraText.Of(row, lowered.Model)),
        .. lowered.Model.Indicators.Select(row => AlgebraText.Of(row, lowered.Model)),
    ];
}
