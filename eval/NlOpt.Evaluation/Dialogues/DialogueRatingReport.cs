using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>Measures of published summaries beside the scores and ratings that come with them.</summary>
/// <param name="Agreement">Our overlap scores against the recorded ones.</param>
/// <param name="Correlations">Our measures, and the recorded judge's marks, against the ratings of people.</param>
/// <param name="JudgeCorrelations">Our measures against the recorded judge's marks of all summaries that no person rated.</param>
/// <param name="Rated">Means over the summaries that people rated.</param>
/// <param name="All">Means over all summaries.</param>
/// <param name="Seed">The seed of the bootstrap.</param>
/// <param name="Resamples">Number of resamples of the bootstrap.</param>
public sealed record DialogueRatingReport(
    ImmutableArray<RougeAgreement> Agreement,
    ImmutableArray<RatingCorrelation> Correlations,
    ImmutableArray<RatingCorrelation> JudgeCorrelations,
    SummaryMeasures Rated,
    SummaryMeasures All,
    int Seed,
    int Resamples)
{
    /// <summary>The version of the report as JSON.</summary>
    public int Version { get; } = 1;
}
