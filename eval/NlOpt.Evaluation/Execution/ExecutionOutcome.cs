namespace NlOpt.Evaluation;

/// <summary>How a solve ended, as far as execution accuracy tells outcomes apart.</summary>
public enum ExecutionStatus
{
    /// <summary>Solved; there is a value.</summary>
    Optimal,

    /// <summary>No plan satisfies the rows.</summary>
    Infeasible,

    /// <summary>The objective improves without end.</summary>
    Unbounded,

    /// <summary>None of these was established: a limit, an engine failure, or a model the engine refuses. Agrees with nothing.</summary>
    Inconclusive,
}

/// <summary>What solving a model gave.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Value">The optimal value; null unless optimal.</param>
/// <param name="Detail">Why it is inconclusive; else null.</param>
public sealed record ExecutionOutcome(ExecutionStatus Status, double? Value = null, string? Detail = null)
{
    private const double LooseTolerance = 0.05;

    /// <summary>The same status and, where optimal, values equal at 1e-6 relative (absolute below 1).</summary>
    public bool Agrees(ExecutionOutcome other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return AgreesWithin(other, (left, right) =>
            Math.Abs(left - right) <= CanonicalRow.Tolerance * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right))));
    }

    /// <summary>
    /// The looser rule of some papers: values rounded to whole numbers, then within 5% of the gold one. Not to be compared with
    /// <see cref="Agrees"/>.
    /// </summary>
    /// <param name="gold">The outcome of the gold model.</param>
    public bool AgreesLoosely(ExecutionOutcome gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return AgreesWithin(gold, (left, right) => Math.Abs(Math.Round(left) - Math.Round(right)) <= LooseTolerance * Math.Abs(Math.Round(right)));
    }

    private bool AgreesWithin(ExecutionOutcome other, Func<double, double, bool> close) => Status == other.Status && Status switch
    {
        ExecutionStatus.Optimal => close(Value!.Value, other.Value!.Value),
        ExecutionStatus.Inconclusive => false,
        _ => true,
    };
}
