using System.Collections.Immutable;

namespace NlOpt.Solving;

/// <summary>What an engine claims, before any check.</summary>
public enum EngineStatus
{
    /// <summary>Values are optimal within the gap asked for.</summary>
    Optimal,

    /// <summary>There is no feasible point; engines that fold unboundedness into this must say <see cref="InfeasibleOrUnbounded"/>.</summary>
    Infeasible,

    /// <summary>The objective improves for ever, provided there is a feasible point.</summary>
    Unbounded,

    /// <summary>One of the two.</summary>
    InfeasibleOrUnbounded,

    /// <summary>Stopped before the end by a limit or a request; values, where given, may or may not be feasible.</summary>
    Stopped,

    /// <summary>The engine gave up.</summary>
    Failed,
}

/// <summary>The claims of an engine about one run.</summary>
/// <param name="Status">How it ended.</param>
public sealed record EngineAnswer(EngineStatus Status)
{
    /// <summary>One value a variable; null when there are none.</summary>
    public ImmutableArray<double>? Values { get; init; }

    /// <summary>Proved bound on the objective, constant included; null when there is none. Not needed where dual values are given.</summary>
    public double? DualBound { get; init; }

    /// <summary>d objective / d right-hand side, one value a row; null when there are none.</summary>
    public ImmutableArray<double>? DualValues { get; init; }

    /// <summary>What the engine said beyond the status; null when nothing.</summary>
    public string? Detail { get; init; }
}
