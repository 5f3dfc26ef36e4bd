namespace NlOpt.Solving;

/// <summary>Why a solve ended. It never implies a solution: ask <see cref="SolveResult.Primal"/>.</summary>
public enum TerminationReason
{
    /// <summary>The solution is feasible and, within the gap asked for, no other is better. There may be others as good.</summary>
    Optimal,

    /// <summary>No values satisfy all rows and bounds. Says nothing about the objective.</summary>
    Infeasible,

    /// <summary>The model is feasible and the objective improves without end along <see cref="SolveResult.PrimalRay"/>.</summary>
    Unbounded,

    /// <summary>One of the two, and a second look could not tell which within the limits.</summary>
    InfeasibleOrUnbounded,

    /// <summary>A limit stopped the engine, see <see cref="SolveResult.Limit"/>; there may be a solution, not known to be optimal.</summary>
    LimitReached,

    /// <summary>The caller stopped the engine; there may be a solution, not known to be optimal.</summary>
    Cancelled,

    /// <summary>
    /// The engine claimed more than the check could confirm: <see cref="SolveResult.Detail"/> says what. A solution that is there
    /// satisfies the rows only roughly, or is not proved optimal.
    /// </summary>
    Imprecise,

    /// <summary>The engine gave up, broke, or returned something plainly wrong. There is no solution.</summary>
    Failed,
}

/// <summary>Which limit stopped an engine.</summary>
public enum SolveLimit
{
    /// <summary><see cref="SolveOptions.TimeLimit"/>.</summary>
    Time,

    /// <summary>A limit of the engine's own, such as iterations or memory.</summary>
    Engine,
}
