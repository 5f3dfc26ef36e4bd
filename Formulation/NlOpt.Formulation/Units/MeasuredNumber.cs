namespace NlOpt.Formulation.Units;

/// <summary>A number of the text with its unit.</summary>
/// <param name="Evidence">Its words.</param>
/// <param name="Value">Its value as written.</param>
/// <param name="Unit">What the words around it say; null when they say nothing known. The denominator is left out where the row has no use for it.</param>
/// <param name="PerVariable">The measure of its variable where that is another one than that of the denominator; else null.</param>
internal sealed record MeasuredNumber(Evidence Evidence, double Value, Unit? Unit, Measure? PerVariable = null);
