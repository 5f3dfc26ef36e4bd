namespace NlOpt.Modeling;

/// <summary>A row that must hold only when a binary variable has a given value.</summary>
/// <param name="Binary">The deciding variable; of kind <see cref="VariableKind.Binary"/>.</param>
/// <param name="ActiveValue">The value (0 or 1) at which the row must hold: true is 1.</param>
/// <param name="Name">Its name, unique among rows and indicators; null when it has none.</param>
/// <param name="Expression">The left-hand side; its constant is 0.</param>
/// <param name="Lower">Smallest activity, finite; null when there is none.</param>
/// <param name="Upper">Largest activity, finite; null when there is none.</param>
public sealed record Indicator(VariableId Binary, bool ActiveValue, string? Name, LinearExpression Expression, double? Lower, double? Upper);
