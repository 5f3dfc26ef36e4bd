using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Banks;

/// <summary>A thing that can be a decision variable, with all the ways to name it.</summary>
internal sealed record ThingName
{
    /// <summary>Its full name: <c>oak table/oak tables</c>; one form for stuff and proper names: <c>wheat</c>, <c>Analyzer 3000</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name without the head that the family shares: <c>oak</c>; null when it cannot be shortened.</summary>
    public string? Short { get; init; }

    /// <summary>Other names that a text may use later: <c>table made of oak/tables made of oak</c>.</summary>
    public ImmutableArray<string> Also { get; init; } = [];
}
