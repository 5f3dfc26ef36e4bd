using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Tagging;

namespace NlOpt.Understanding.Decoding;

/// <summary>A constraint of a decoded reading.</summary>
/// <param name="Kind">What it says; never <see cref="LimitKind.BoundEach"/> or <see cref="LimitKind.ColumnEach"/>, which become several.</param>
/// <param name="Number">Its number; null for a comparison.</param>
/// <param name="Span">Tokens of the number or the comparing word.</param>
/// <param name="Variable">The variable concerned, or the left side; -1 where there is none.</param>
/// <param name="Other">The right side; -1 where there is none.</param>
/// <param name="Terms">For a weighted sum, the coefficient of each variable; null elsewhere.</param>
/// <param name="IsAtLeast">The direction.</param>
/// <param name="TargetProbability">That it limits this.</param>
/// <param name="OperatorProbability">That the direction is right.</param>
internal sealed record DecodedRow(
    LimitKind Kind,
    NumberContext? Number,
    TagSpan Span,
    int Variable,
    int Other,
    NumberContext?[]? Terms,
    bool IsAtLeast,
    double TargetProbability,
    double OperatorProbability)
{
    /// <summary>Equal rows have equal texts: a repeated statement counts once.</summary>
    public string Signature => FormattableString.Invariant(
        $"{Kind} {Variable} {Other} {IsAtLeast} {Number?.Value} {(Terms is null ? "" : string.Join(',', Terms.Select(term => term?.Value)))}");
}

/// <summary>One complete reading of a text.</summary>
internal sealed record DecodedReading
{
    public required ReadingContext Context { get; init; }

    /// <summary>Coefficients of the objective by variable; null for a plain count.</summary>
    public required NumberContext?[]? ObjectiveTerms { get; init; }

    public required IReadOnlyList<DecodedRow> Rows { get; init; }

    /// <summary>Role of each number.</summary>
    public required NumberRole[] Roles { get; init; }

    /// <summary>Probability of the role of each number.</summary>
    public required double[] RoleProbabilities { get; init; }

    /// <summary>Probability of the variable of each coefficient; 1 for other numbers.</summary>
    public required double[] AttachmentProbabilities { get; init; }

    /// <summary>That the objective is what it is.</summary>
    public required double ObjectiveProbability { get; init; }

    /// <summary>The factors, by <see cref="GlobalWeights"/>.</summary>
    public required double[] Factors { get; init; }

    public bool IsMinimization => Context.Text.IsMinimization;
}
