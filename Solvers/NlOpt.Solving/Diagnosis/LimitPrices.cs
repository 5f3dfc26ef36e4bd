namespace NlOpt.Solving.Diagnosis;

/// <summary>
/// What moving a limit is worth in both directions. The two prices differ at a kink of the optimal value, where a dual value tells one of them only.
/// </summary>
/// <param name="Limit">The limit as it is.</param>
/// <param name="Up">For a larger limit; null when there is no solution then.</param>
/// <param name="Down">For a smaller limit; null when there is no solution then.</param>
public sealed record LimitPrices(double Limit, LimitPrice? Up, LimitPrice? Down);
