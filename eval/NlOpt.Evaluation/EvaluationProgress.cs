namespace NlOpt.Evaluation;

/// <summary>Tells that a problem has been measured.</summary>
/// <param name="Done">Problems measured so far, this one included.</param>
/// <param name="Total">Problems in all.</param>
/// <param name="Id">The problem.</param>
/// <param name="ModelRight">Whether its model is right.</param>
public readonly record struct EvaluationProgress(int Done, int Total, string Id, bool ModelRight);
