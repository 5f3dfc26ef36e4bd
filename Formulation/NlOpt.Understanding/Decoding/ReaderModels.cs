using System.Collections.Immutable;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Weights;

namespace NlOpt.Understanding.Decoding;

/// <summary>The learned factors of the reader.</summary>
internal sealed record ReaderModels
{
    /// <summary>The data trained on, so that scores on them can be told from scores on unseen text.</summary>
    public required ImmutableArray<TrainingData> TrainedOn { get; init; }

    /// <summary>Tags words.</summary>
    public required TwoPassTagger Tagger { get; init; }

    /// <summary>Are two names the two variables?</summary>
    public required LinearModel NamePair { get; init; }

    /// <summary>Factors that judge one reading.</summary>
    public required DecisionModels Decisions { get; init; }

    /// <summary>Weighs the factors of whole readings against each other.</summary>
    public required GlobalWeights Global { get; init; }

    /// <summary>Makes confidences honest.</summary>
    public required Calibration Calibration { get; init; }
}

/// <summary>The factors that judge a text once its variables are assumed.</summary>
internal sealed record DecisionModels
{
    /// <summary>Role of a number, first pass; classes are <see cref="Decisions.NumberRole"/>.</summary>
    public required LinearModel RoleFirst { get; init; }

    /// <summary>Role of a number, knowing the first pass.</summary>
    public required LinearModel RoleSecond { get; init; }

    /// <summary>Is this the variable of the coefficient? First pass.</summary>
    public required LinearModel AttachmentFirst { get; init; }

    /// <summary>Is this the variable of the coefficient? Knowing the first pass.</summary>
    public required LinearModel AttachmentSecond { get; init; }

    /// <summary>Are two coefficients of one column?</summary>
    public required LinearModel ColumnPair { get; init; }

    /// <summary>Is this column, or a count, the objective?</summary>
    public required LinearModel Objective { get; init; }

    /// <summary>Does the limit limit this?</summary>
    public required LinearModel Limit { get; init; }

    /// <summary>Is it at least?</summary>
    public required LinearModel Operator { get; init; }

    /// <summary>Are these the sides of the comparison?</summary>
    public required LinearModel Sides { get; init; }

    /// <summary>Does this word compare two variables?</summary>
    public required LinearModel Anchor { get; init; }
}
