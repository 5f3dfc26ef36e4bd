namespace NlOpt.Solving.Diagnosis;

/// <summary>What moving a limit in one direction is worth.</summary>
/// <param name="Price">d objective / d limit in this direction; 0 where moving it changes nothing.</param>
/// <param name="Until">The limit up to which the price holds; null when it holds without end.</param>
/// <param name="IsEnd">True when there is no solution beyond <paramref name="Until"/>; false when only the price changes there.</param>
public sealed record LimitPrice(double Price, double? Until, bool IsEnd);
