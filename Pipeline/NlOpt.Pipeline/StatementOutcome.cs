using NlOpt.Formulation;

namespace NlOpt.Pipeline;

/// <summary>How a plan stands to a statement.</summary>
/// <param name="Index">Position of the statement in its formulation.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Activity">
/// The limited amount under the plan: a sum for sums, a fraction for shares, the left amount for comparisons, the number of things done for
/// choices; null for implications, and for shares of nothing.
/// </param>
/// <param name="Slack">How far the nearest side of its rows is away, in units of the row; 0 at the side, negative where the plan misses it.</param>
/// <param name="IsBinding">True when the plan lies at a limit of the statement. A binding limit need not cost anything.</param>
/// <param name="ShadowPrice">
/// What the objective gains a unit of the limit (d objective / d limit; for shares a whole 100%), from the dual value of the row; null where
/// amounts come in whole pieces, where the engine gives no duals, and where a unit means nothing (choices, implications, comparisons' factors).
/// At a kink of the optimal value it holds for one direction only.
/// </param>
/// <param name="Text">The state in plain words, for example <c>used up: all of 200 hours</c>.</param>
/// <param name="PriceText">
/// The shadow price in plain words, for example <c>One hour more would add $3.20 to the profit.</c>; null where there is none or it is 0.
/// </param>
public sealed record StatementOutcome(
    int Index,
    Statement Statement,
    double? Activity,
    double Slack,
    bool IsBinding,
    double? ShadowPrice,
    string Text,
    string? PriceText);
