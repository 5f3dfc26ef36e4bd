using System.Collections.Immutable;

namespace NlOpt.Solving;

/// <summary>The outcome of one solve, after the result check. Absent is null, never 0.</summary>
public sealed record SolveResult
{
    /// <summary>Name of the engine that ran.</summary>
    public required string Engine { get; init; }

    /// <summary>Why the solve ended.</summary>
    public required TerminationReason Termination { get; init; }

    /// <summary>The limit that stopped it; null unless <see cref="TerminationReason.LimitReached"/>.</summary>
    public SolveLimit? Limit { get; init; }

    /// <summary>One sentence for people that the reason alone does not tell; null when there is nothing to add.</summary>
    public string? Detail { get; init; }

    /// <summary>The best solution; null when none is known.</summary>
    public PrimalSolution? Primal { get; init; }

    /// <summary>
    /// Dual values and reduced costs; only with <see cref="TerminationReason.Optimal"/>, models without integers and engines that have them.
    /// </summary>
    public DualSolution? Dual { get; init; }

    /// <summary>
    /// A direction, one entry a variable, the largest entry 1 in size, along which the objective improves for ever; only with
    /// <see cref="TerminationReason.Unbounded"/>. The variables with entries other than 0 are those that nothing limits.
    /// </summary>
    public ImmutableArray<double>? PrimalRay { get; init; }

    /// <summary>Objective value of <see cref="Primal"/>; null when there is none.</summary>
    public double? PrimalBound => Primal?.ObjectiveValue;

    /// <summary>No solution is better than this objective value; null when nothing is proved.</summary>
    public double? DualBound { get; init; }

    /// <summary>|primal bound - dual bound| / max(1, |primal bound|); null unless both are known.</summary>
    public double? RelativeGap => PrimalBound is { } primal && DualBound is { } dual ? Math.Abs(primal - dual) / Math.Max(1, Math.Abs(primal)) : null;

    /// <summary>Wall-clock time of the whole solve: hand-over, engine, second looks and check.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The part of <see cref="Duration"/> spent within the engine.</summary>
    public required TimeSpan EngineDuration { get; init; }
}
