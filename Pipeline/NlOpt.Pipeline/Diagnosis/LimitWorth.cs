using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>What the limit of a statement is worth.</summary>
/// <param name="StatementIndex">The statement.</param>
/// <param name="IsBinding">True when the plan lies at the limit.</param>
/// <param name="Prices">
/// Prices a unit in both directions with the limits up to which they hold; null where amounts come in whole pieces, and where the limit is no side
/// of a row (shares, factors, logic).
/// </param>
/// <param name="Eased">
/// What an eased limit would do, where there are no prices; null where it has no number, is not binding, or the solve did not tell.
/// </param>
/// <param name="Text">Its worth as a plain sentence; null when there is nothing to say.</param>
public sealed record LimitWorth(int StatementIndex, bool IsBinding, LimitPrices? Prices, LimitStep? Eased, string? Text);
