using System.Collections.Immutable;

namespace NlOpt.Pipeline;

/// <summary>One linear constraint; a range is two of them.</summary>
/// <param name="Coefficients">By variable name; variables without one have 0.</param>
/// <param name="Operator">How both sides compare.</param>
/// <param name="RightHandSide">The right-hand side.</param>
/// <param name="Template">Id of the template of its statement, or <c>link</c> for rows that tie a binary variable to its amount.</param>
/// <param name="Quote">The words that say it; null when none do.</param>
/// <param name="OnlyWhen">The value of a binary variable at which it must hold; null when always. Links and conditional limits without a proven bound have it.</param>
public sealed record PredictedRow(
    ImmutableSortedDictionary<string, double> Coefficients,
    PredictedOperator Operator,
    double RightHandSide,
    string Template,
    string? Quote = null,
    ImmutableSortedDictionary<string, int>? OnlyWhen = null);
