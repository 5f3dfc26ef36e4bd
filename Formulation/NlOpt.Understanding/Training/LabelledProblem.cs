using System.Collections.Immutable;
using NlOpt.Modeling;

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
    double? Number,
    int? Variable,
    int? Other,
    ImmutableArray<(int Variable, double Weight)> Terms,
    string Direction);

/// <summary>A labelled span of characters.</summary>
/// <param name="Start">First character, a UTF-16 offset.</param>
/// <param name="End">One past the last.</param>
/// <param name="Label">VAR, PARAM, LIMIT, CONST_DIR, OBJ_DIR or OBJ_NAME.</param>
public sealed record LabelledSpan(int Start, int End, string Label);

/// <summary>A problem text with the formulation that people gave it: what the reader learns from.</summary>
/// <param name="Id">Its id, for messages.</param>
/// <param name="Text">The text.</param>
/// <param name="Mentions">Every way the text names a variable, with its column; columns are counted from 0 without gaps.</param>
/// <param name="Sense">Direction of the objective.</param>
/// <param name="ObjectiveTerms">Weights of the objective; null when it counts all variables.</param>
/// <param name="Constraints">The constraints.</param>
/// <param name="Spans">Labelled spans; empty when the text has none, which keeps it out of the tagger's training.</param>
public sealed record LabelledProblem(
    string Id,
    string Text,
    ImmutableArray<(string Name, int Column)> Mentions,
    ObjectiveSense Sense,
    ImmutableArray<(int Variable, double Weight)>? ObjectiveTerms,
    ImmutableArray<LabelledConstraint> Constraints,
    ImmutableArray<LabelledSpan> Spans)
{
    /// <summary>Number of columns.</summary>
    public int VariableCount => Mentions.Length == 0 ? 0 : Mentions.Max(mention => mention.Column) + 1;
}
