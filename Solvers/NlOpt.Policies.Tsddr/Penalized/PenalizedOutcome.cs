namespace NlOpt.Policies.Tsddr.Penalized;

/// <summary>What solving a window gave.</summary>
/// <param name="Termination">How it ended; values are there only with an optimum.</param>
/// <param name="Detail">What the engine said when it did not end with an optimum; null when nothing.</param>
internal sealed record PenalizedOutcome(TerminationReason Termination, string? Detail)
{
    public PrimalSolution? Primal { get; init; }

    public DualSolution? Dual { get; init; }

    public bool IsSolved => Primal is not null;
}
