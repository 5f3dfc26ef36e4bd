using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>
/// Parts of a model that are there together or not at all. A part belongs to one group at most; parts of no group are always there.
/// </summary>
public sealed record ConstraintGroup
{
    /// <summary>Rows, by id.</summary>
    public ImmutableArray<RowId> Rows { get; init; } = [];

    /// <summary>Indicator rows, by position in <see cref="Model.Indicators"/>.</summary>
    public ImmutableArray<int> Indicators { get; init; } = [];

    /// <summary>Variables whose bounds belong to the group.</summary>
    public ImmutableArray<VariableId> Bounds { get; init; } = [];

    /// <summary>Variables whose wholeness belongs to the group; none that decides an indicator row.</summary>
    public ImmutableArray<VariableId> Integralities { get; init; } = [];
}
