using NlOpt.Formulation;

namespace NlOpt.Pipeline;

/// <summary>How much of one decision variable a plan holds.</summary>
/// <param name="Variable">The decision variable.</param>
/// <param name="Amount">The amount in the unit of the variable; exact as found.</param>
/// <param name="Text">The amount as a phrase, rounded for reading, for example <c>12 acres of corn</c>.</param>
public sealed record PlannedAmount(DecisionVariable Variable, double Amount, string Text);
