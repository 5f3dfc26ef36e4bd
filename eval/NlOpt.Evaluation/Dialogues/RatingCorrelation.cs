namespace NlOpt.Evaluation;

/// <summary>How a measure of summaries follows the mean ratings of people.</summary>
/// <param name="Measure">The measure, for example <c>slots</c> or <c>rouge-l</c>.</param>
/// <param name="Rating">
/// What is rated: <c>precision</c>, <c>recall</c>, <c>f1</c> (the harmonic mean of the mean ratings of both) or <c>repetition</c>.
/// </param>
/// <param name="Summaries">Number of summaries.</param>
/// <param name="Spearman">Rank correlation in [-1, 1]; null where all values of a side are equal.</param>
/// <param name="Low">Lower end of the 95 % bootstrap interval; null with it.</param>
/// <param name="High">Upper end of the 95 % bootstrap interval; null with it.</param>
/// <param name="Published">The value that the authors of the data published; null where they gave none.</param>
public sealed record RatingCorrelation(string Measure, string Rating, int Summaries, double? Spearman, double? Low, double? High, double? Published);
