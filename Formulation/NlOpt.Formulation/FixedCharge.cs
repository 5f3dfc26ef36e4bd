namespace NlOpt.Formulation;

/// <summary>An amount that is added once when any of a thing is done, whatever the amount of it: <c>amount * y</c>.</summary>
/// <param name="Variable">The thing.</param>
/// <param name="Amount">The amount, in the unit of the sum it is added to; negative where it is taken off.</param>
public readonly record struct FixedCharge(DecisionVariableId Variable, SourcedNumber Amount);
