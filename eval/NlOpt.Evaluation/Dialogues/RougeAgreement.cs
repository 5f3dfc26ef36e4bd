namespace NlOpt.Evaluation;

/// <summary>How our scores agree with those that come with the data.</summary>
/// <param name="Score">The score, for example <c>rouge-1</c>.</param>
/// <param name="Values">Number of recorded values: precision, recall and F1 of every summary.</param>
/// <param name="Agreeing">Those that ours equal within 0.01.</param>
/// <param name="LargestDifference">The largest absolute difference; 0 where there are no values.</param>
public sealed record RougeAgreement(string Score, int Values, int Agreeing, double LargestDifference);
