using NlOpt.Formulation;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Whether a plan of the user meets a statement.</summary>
/// <param name="Index">Position of the statement.</param>
/// <param name="Statement">The statement.</param>
/// <param name="IsMet">True when it holds, within 1e-6 relative.</param>
/// <param name="Amount">The limited amount under the plan; null for logic, for shares of nothing, and under a condition that does not hold.</param>
/// <param name="MissedBy">By how much the amount misses the limit, above 0, in its unit; null when it is met or has no amount.</param>
/// <param name="Text">The verdict in plain words, without a full stop.</param>
public sealed record StatementVerdict(int Index, Statement Statement, bool IsMet, double? Amount, double? MissedBy, string Text);
