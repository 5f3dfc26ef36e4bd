namespace NlOpt.Policies.Sddp.Stopping;

/// <summary>
/// Stops when the bound has hardly moved for a number of iterations. The rule to prefer: it asks nothing of the distribution of costs.
/// </summary>
public sealed record BoundStalling
{
    /// <summary>Number of iterations looked back over, at least 1.</summary>
    /// <value>50.</value>
    public int Iterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Iterations));
            field = value;
        }
    } = 50;

    /// <summary>The training ends when the bound moved by less than this share of itself; above 0.</summary>
    /// <value>0.0001.</value>
    public double RelativeMove
    {
        get;
        init
        {
            if (!(value > 0)) throw new ArgumentOutOfRangeException(nameof(RelativeMove), value, "The move is above 0.");
            field = value;
        }
    } = 1e-4;

    /// <summary>Whether the training is over.</summary>
    /// <param name="curve">One point an iteration, oldest first.</param>
    /// <param name="latestRefresh">
    /// The iteration, counted from 1, that ended with the latest refresh; null for none. The look goes back to before it: between refreshes a bound
    /// may rest that the next one moves.
    /// </param>
    internal bool IsReached(IReadOnlyList<TrainingProgress> curve, int? latestRefresh)
    {
        var start = Math.Min(curve.Count - Iterations, latestRefresh - 1 ?? int.MaxValue);
        return start > 0 && curve[^1].Bound is { } last && curve[start - 1].Bound is { } before
            && Math.Abs(last - before) < RelativeMove * Math.Max(1, Math.Abs(last));
    }
}
