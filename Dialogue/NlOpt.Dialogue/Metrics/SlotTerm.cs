namespace NlOpt.Dialogue.Metrics;

/// <summary>A variable in a statement with its number.</summary>
/// <param name="Variable">The variable, counted from 0.</param>
/// <param name="Role">What it does there.</param>
/// <param name="Value">Its coefficient, 1 where none is meant; for activities 1 for some and 0 for none.</param>
public readonly record struct SlotTerm(int Variable, SlotRole Role, double Value = 1);
