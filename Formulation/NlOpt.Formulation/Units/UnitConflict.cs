namespace NlOpt.Formulation.Units;

/// <summary>A number whose measure does not go with the rest of its row, or that says none where the others differ.</summary>
/// <param name="Number">The words of the number.</param>
/// <param name="Measure">Its measure; null when it says none.</param>
/// <param name="Expected">The measure that it is added to or compared with.</param>
public sealed record UnitConflict(Evidence Number, Measure? Measure, Measure Expected);
