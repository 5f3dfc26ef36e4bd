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

/// <summary>A row that must hold only when a binary variable has a given value.</summary>
/// <param name="Binary">The deciding variable; of kind <see cref="VariableKind.Binary"/>.</param>
/// <param name="ActiveValue">The value (0 or 1) at which the row must hold: true is 1.</param>
/// <param name="Name">Its name, unique among rows and indicators; null when it has none.</param>
/// <param name="Expression">The left-hand side; its constant is 0.</param>
/// <param name="Lower">Smallest activity, finite; null when there is none.</param>
/// <param name="Upper">Largest activity, finite; null when there is none.</param>
public sealed record Indicator(VariableId Binary, bool ActiveValue, string? Name, LinearExpression Expression, double? Lower, double? Upper);

/// <summary>Whether the objective is to be made small or large.</summary>
public enum ObjectiveSense
{
    /// <summary>As small as possible.</summary>
    Minimize,

    /// <summary>As large as possible.</summary>
    Maximize,
}

/// <summary>What is optimized.</summary>
/// <param name="Sense">The direction.</param>
/// <param name="Expression">The linear function, its constant included.</param>
public sealed record Objective(ObjectiveSense Sense, LinearExpression Expression);
