namespace NlOpt.Evaluation;

/// <summary>Predictions of about the same confidence.</summary>
/// <param name="From">The least confidence in it, in [0, 1].</param>
/// <param name="To">The greatest, in [0, 1].</param>
/// <param name="Count">How many predictions.</param>
/// <param name="Confidence">Their mean confidence; 0 without any.</param>
/// <param name="Accuracy">The share of them that were right; 0 without any.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double Confidence, double Accuracy);
