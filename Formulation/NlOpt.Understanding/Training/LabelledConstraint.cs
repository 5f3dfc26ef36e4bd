using System.Collections.Immutable;

namespace NlOpt.Understanding.Training;

/// <summary>What a labelled constraint says, in the scheme of NL4Opt's declarations.</summary>
public enum LabelledConstraintType
{
    /// <summary>All variables together.</summary>
    Sum,

    /// <summary>A weighted sum.</summary>
    Linear,

    /// <summary>One variable.</summary>
    Bound,

    /// <summary>Share of one variable in all.</summary>
    Ratio,

    /// <summary>One variable against a multiple of another.</summary>
    Multiple,

    /// <summary>One variable against another.</summary>
    Comparison,
}

/// <summary>A labelled constraint. Variables are columns, numbers are values as the model uses them.</summary>
/// <param name="Type">What it says.</param>
/// <param name="IsAtLeast">True for at least, false for at most.</param>
/// <param name="Number">Limit, share or multiple; null for a plain comparison.</param>
/// <param name="Variable">The limited variable, or the left one of a comparison; null for sums and weighted sums.</param>
/// <param name="Other">The right variable of a comparison; null otherwise.</param>
/// <param name="Terms">The weights of a weighted sum; empty otherwise.</param>
/// <param name="Direction">The words that say which way it goes; empty when unknown.</param>
public sealed record LabelledConstraint(
    LabelledConstraintType Type,
    bool IsAtLeast,
    LabelledNumber? Number,
    int? Variable,
    int? Other,
    ImmutableArray<(int Variable, LabelledNumber Weight)> Terms,
    string Direction)
{
    /// <summary>True for exactly, where either direction of the number is right; <see cref="IsAtLeast"/> then says nothing.</summary>
    public bool IsExact { get; init; }
}
