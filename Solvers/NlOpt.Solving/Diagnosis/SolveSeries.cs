using System.Collections.Immutable;
using System.Diagnostics;
using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>Many solves of alike models under one time limit and one cancellation. For one thread at a time.</summary>
public sealed class SolveSeries
{
    private const int MostKnownPoints = 16;
    private const double Accuracy = 1e-6;

    private readonly Queue<ImmutableArray<double>> _knownPoints = new();
    private readonly ISolver _solver;
    private readonly SolveOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Starts a series; its clock runs from here.</summary>
    /// <param name="solver">Solves each model.</param>
    /// <param name="options">For each solve; the time limit holds for all of them together. Null for the defaults.</param>
    /// <param name="cancellationToken">Ends every further solve with <see cref="TerminationReason.Cancelled"/>.</param>
    public SolveSeries(ISolver solver, SolveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        (_solver, _options, _cancellationToken) = (solver, options ?? SolveOptions.Default, cancellationToken);
    }

    /// <summary>True when the time is up or the caller cancelled, so that no further solve would come to anything.</summary>
    public bool IsOver => _cancellationToken.IsCancellationRequested || Left <= TimeSpan.Zero;

    private TimeSpan? Left => _options.TimeLimit - Stopwatch.GetElapsedTime(_start);

    /// <summary>Solves a model.</summary>
    /// <returns>The outcome; <see cref="TerminationReason.Failed"/> with the reason where the engine refuses the model.</returns>
    public SolveResult Solve(Model model)
    {
        if (Left <= TimeSpan.Zero) return Ended(TerminationReason.LimitReached, null) with { Limit = SolveLimit.Time };
        var solved = _solver.SolveByCases(model, _options with { TimeLimit = Left }, _cancellationToken);
        return solved.TryGetValue(out var result) ? result : Ended(TerminationReason.Failed, string.Join("; ", solved.Diagnostics));
    }

    /// <summary>Whether a model has a feasible point; null when that was not settled: a limit never counts as infeasible.</summary>
    public bool? IsFeasible(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (IsOver) return null;

        // Models of a series differ by a few rows: a point of an earlier one may do for this one, or bounds may rule out all points.
        var problem = WorkingProblem.Of(model);
        if (_knownPoints.Any(point => ResultCheck.IsFeasible(problem, point, Accuracy))) return true;
        if (ProvenBounds.Of(problem).IsEmpty) return false;
        var result = Solve(model);
        if (result.Primal is { } primal) Remember(primal.Values);
        return result switch
        {
            { Termination: TerminationReason.Infeasible } => false,
            { Termination: TerminationReason.Optimal or TerminationReason.Unbounded } => true,
            { Termination: TerminationReason.LimitReached or TerminationReason.Cancelled, Primal: not null } => true,
            _ => null,
        };
    }

    private void Remember(ImmutableArray<double> point)
    {
        _knownPoints.Enqueue(point);
        if (_knownPoints.Count > MostKnownPoints) _knownPoints.Dequeue();
    }

    private SolveResult Ended(TerminationReason termination, string? detail) => new()
    {
        Engine = _solver.Name,
        Termination = termination,
        Detail = detail,
        Duration = TimeSpan.Zero,
        EngineDuration = TimeSpan.Zero,
    };
}
