using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>An amount that counts once when a thing is done at all: "setting the line up for A costs $500, however many are made".</summary>
/// <param name="Variable">The variable's position in its set.</param>
/// <param name="Amount">The amount, in money or in what a row measures.</param>
/// <param name="First">First token of the clause.</param>
/// <param name="End">One past its last token.</param>
internal sealed record FixedChargeClause(int Variable, Quantity Amount, int First, int End);
