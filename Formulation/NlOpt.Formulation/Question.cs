using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>The kinds of things a formulation needs and can be asked about.</summary>
public enum SlotKind
{
    /// <summary>That a decision variable exists.</summary>
    Variable,

    /// <summary>Whether a variable is whole or divisible.</summary>
    Divisibility,

    /// <summary>Whether the objective is to be small or large.</summary>
    Sense,

    /// <summary>Which amounts the objective adds up.</summary>
    Objective,

    /// <summary>An amount a unit of a variable.</summary>
    Coefficient,

    /// <summary>A limit.</summary>
    LimitValue,

    /// <summary>Whether a limit is an upper or a lower one.</summary>
    Operator,

    /// <summary>What kind of statement a sentence is.</summary>
    Template,

    /// <summary>The smallest amount of a divisible quantity that counts as doing it at all.</summary>
    SmallestBatch,
}

/// <summary>Something to ask the user.</summary>
/// <param name="Slot">What it is about.</param>
/// <param name="Text">The question in plain words, one question only.</param>
/// <param name="Quote">The words that are unclear; null when something is missing.</param>
/// <param name="Options">The readings to choose from, the likeliest first; empty for an open question.</param>
/// <param name="ExpectedLoss">Probability in [0, 1] that the reading taken is wrong, weighed by what it would change; orders questions.</param>
public sealed record Question(SlotKind Slot, string Text, Evidence? Quote, ImmutableArray<string> Options, double ExpectedLoss)
{
    /// <summary>Probability in [0, 1] that the reading taken is wrong; null when unknown. The expected loss is it, weighed.</summary>
    public double? Doubt { get; init; }
}
