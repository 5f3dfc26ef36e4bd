namespace NlOpt.Policies.Sddp.Stopping;

/// <summary>Stops when the bound has hardly moved for a number of iterations. The rule to prefer: it asks nothing of the distribution of costs.</summary>
/// <param name="Iterations">Number of iterations looked back over, at least 1.</param>
/// <param name="RelativeMove">The training ends when the bound moved by less than this share of itself; above 0.</param>
public sealed record BoundStalling(int Iterations = 50, double RelativeMove = 1e-4)
{
    /// <summary>Whether the training is over.</summary>
    /// <param name="curve">One point an iteration, oldest first.</param>
    internal bool IsReached(IReadOnlyList<TrainingProgress> curve) =>
        curve.Count > Iterations && curve[^1].Bound is { } last && curve[^(Iterations + 1)].Bound is { } before
            && Math.Abs(last - before) < RelativeMove * Math.Max(1, Math.Abs(last));
}
