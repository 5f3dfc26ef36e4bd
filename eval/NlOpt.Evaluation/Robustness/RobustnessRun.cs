using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>Puts texts of any kind to a system: it may read or decline them, but not break, contradict itself or take long.</summary>
public static class RobustnessRun
{
    /// <summary>Measures.</summary>
    /// <param name="formulator">The system.</param>
    /// <param name="count">Number of texts.</param>
    /// <param name="textOf">Names and gives the text at a position, from any thread.</param>
    /// <param name="longest">How long a text may take, milliseconds.</param>
    /// <param name="options">Parallelism, clock and progress; null for the defaults. Texts beside each other disturb each other's times.</param>
    /// <param name="cancellationToken">Stops it; what was measured by then is reported.</param>
    public static RobustnessReport Execute(
        IFormulator formulator,
        int count,
        Func<int, (string Name, string Text)> textOf,
        double longest,
        EvaluationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formulator);
        ArgumentNullException.ThrowIfNull(textOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        options ??= new EvaluationOptions();
        var outcomes = new Outcome?[count];
        var done = 0;
        try
        {
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
                index =>
                {
                    var (name, text) = textOf(index);
                    var started = options.Clock.GetTimestamp();
                    var (isRead, error) = Try(formulator, text, cancellationToken);
                    var milliseconds = options.Clock.GetElapsedTime(started).TotalMilliseconds;
                    RobustnessFailure? slow = milliseconds > longest
                        ? new(name, string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms for {text.Length} characters"))
                        : null;
                    outcomes[index] = new(isRead, error is null ? null : new(name, error), slow, milliseconds);
                    options.Progress?.Invoke(new EvaluationProgress(Interlocked.Increment(ref done), count, name, error is null));
                });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was measured by then is kept; the report says how much it is.
        }

        var measured = outcomes.OfType<Outcome>().ToList();
        var crashes = measured.Select(outcome => outcome.Crash).OfType<RobustnessFailure>().ToImmutableArray();
        var read = measured.Count(outcome => outcome.IsRead);
        return new(
            count, read, measured.Count - read - crashes.Length, crashes, [.. measured.Select(outcome => outcome.Slow).OfType<RobustnessFailure>()],
            Timing.Of(measured.Select(outcome => outcome.Milliseconds)));
    }

    private static (bool IsRead, string? Error) Try(IFormulator formulator, string text, CancellationToken cancellationToken)
    {
        try
        {
            var read = formulator.Formulate(Source.Of(text), cancellationToken);
            if (!read.TryGetValue(out var reading)) return (false, read.Diagnostics.IsEmpty ? "declined without a reason" : null);
            var lowered = Lowering.Lower(reading.Best);
            return lowered.IsSuccess ? (true, null) : (false, $"contradicts itself: {lowered.Diagnostics[0]}");
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return (false, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private sealed record Outcome(bool IsRead, RobustnessFailure? Crash, RobustnessFailure? Slow, double Milliseconds);
}
