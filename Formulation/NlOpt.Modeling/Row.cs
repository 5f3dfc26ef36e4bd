namespace NlOpt.Modeling;

/// <summary>Position of a row in its model, counted from 0.</summary>
public readonly record struct RowId(int Index);

/// <summary>A linear constraint <c>Lower &lt;= expression &lt;= Upper</c>.</summary>
/// <param name="Id">Its position.</param>
/// <param name="Name">Its name, unique in the model; null when it has none.</param>
/// <param name="Expression">The left-hand side; its constant is 0 (the builder moves constants into the bounds).</param>
/// <param name="Lower">Smallest activity, finite; null when there is none.</param>
/// <param name="Upper">Largest activity, finite; null when there is none.</param>
public sealed record Row(RowId Id, string? Name, LinearExpression Expression, double? Lower, double? Upper)
{
    /// <summary>True when both sides are given and equal.</summary>
    public bool IsEquality => Lower is { } lower && Upper is { } upper && lower == upper;
}
