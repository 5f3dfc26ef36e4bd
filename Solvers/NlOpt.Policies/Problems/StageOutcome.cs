namespace NlOpt.Policies.Problems;

/// <summary>What solving one stage gave.</summary>
public sealed record StageOutcome
{
    /// <summary>How the solve ended; everything below holds only with <see cref="TerminationReason.Optimal"/> and is empty or 0 else.</summary>
    public required TerminationReason Termination { get; init; }

    /// <summary>What the engine said when it did not end with an optimum; null when nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>Cost of the stage alone.</summary>
    public double Cost { get; init; }

    /// <summary>Cost of the stage plus the approximated cost to go; equals <see cref="Cost"/> where there is none.</summary>
    public double Objective { get; init; }

    /// <summary>The outgoing state, one value a state variable.</summary>
    public ImmutableArray<double> Outgoing { get; init; } = [];

    /// <summary>d objective / d incoming state, one value a state variable.</summary>
    public ImmutableArray<double> IncomingDuals { get; init; } = [];

    /// <summary>All variables of the stage model, by id.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>True when the stage was solved to optimality.</summary>
    public bool IsSolved => Termination == TerminationReason.Optimal;
}
