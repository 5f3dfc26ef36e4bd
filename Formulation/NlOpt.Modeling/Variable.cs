namespace NlOpt.Modeling;

/// <summary>Position of a variable in its model, counted from 0. Typed so that it is not mistaken for a row.</summary>
public readonly record struct VariableId(int Index);

/// <summary>Which values a variable may take.</summary>
public enum VariableKind
{
    /// <summary>Any real number within the bounds.</summary>
    Continuous,

    /// <summary>Whole numbers within the bounds.</summary>
    Integer,

    /// <summary>0 or 1.</summary>
    Binary,
}

/// <summary>A decision variable of a model.</summary>
/// <param name="Id">Its position.</param>
/// <param name="Name">Its name, unique in the model and not empty.</param>
/// <param name="Kind">Which values it may take.</param>
/// <param name="Lower">Smallest value, finite; null when there is none.</param>
/// <param name="Upper">Largest value, finite; null when there is none.</param>
public sealed record Variable(VariableId Id, string Name, VariableKind Kind, double? Lower, double? Upper);
