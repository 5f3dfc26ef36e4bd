using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>Position of a decision variable in its formulation, counted from 0.</summary>
public readonly record struct DecisionVariableId(int Index);

/// <summary>Whether a quantity comes in whole pieces.</summary>
public enum Divisibility
{
    /// <summary>Counted things: chairs, trips, patients.</summary>
    Whole,

    /// <summary>Measured stuff: kilograms, acres, hours, dollars.</summary>
    Divisible,
}

/// <summary>Something the user decides the amount of.</summary>
/// <param name="Id">Its position.</param>
/// <param name="Name">Its name in the user's words, unique in the formulation.</param>
/// <param name="Mentions">Every place where the text names it, in order.</param>
/// <param name="Unit">What it is counted or measured in, for example <c>acres</c>; null when it is simply counted.</param>
/// <param name="Divisibility">Whole or divisible.</param>
/// <param name="DivisibilityReason">Why, in plain words, for the user.</param>
public sealed record DecisionVariable(
    DecisionVariableId Id,
    string Name,
    ImmutableArray<Evidence> Mentions,
    string? Unit,
    Divisibility Divisibility,
    string DivisibilityReason)
{
    /// <summary>
    /// The smallest amount that counts as doing it at all, above zero; null when unknown. It matters only where a statement speaks of
    /// doing it or not; there, amounts between zero and it are ruled out. Counted things have 1 unless said otherwise.
    /// </summary>
    public SourcedNumber? SmallestBatch { get; init; }
}
