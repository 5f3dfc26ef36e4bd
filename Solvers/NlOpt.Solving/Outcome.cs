using System.Collections.Immutable;

namespace NlOpt.Solving;

/// <summary>A <see cref="SolveResult"/> in the making: all but engine and times.</summary>
internal sealed record Outcome(TerminationReason Termination)
{
    public SolveLimit? Limit { get; init; }

    public string? Detail { get; init; }

    public PrimalSolution? Primal { get; init; }

    public DualSolution? Dual { get; init; }

    public double? DualBound { get; init; }

    public ImmutableArray<double>? PrimalRay { get; init; }

    /// <summary>Says for a stopped solve what stopped it; others stay as they are.</summary>
    public Outcome Because(SolveClock clock, CancellationToken cancellationToken) => Termination switch
    {
        TerminationReason.LimitReached when cancellationToken.IsCancellationRequested => this with { Termination = TerminationReason.Cancelled },
        TerminationReason.LimitReached => this with { Limit = clock.IsSpent ? SolveLimit.Time : SolveLimit.Engine },
        _ => this,
    };
}
