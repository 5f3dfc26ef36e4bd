namespace NlOpt.Evaluation;

/// <summary>Exact matches of (start, end, label) in one document.</summary>
/// <param name="Matched">Spans that both have.</param>
/// <param name="Gold">Gold spans.</param>
/// <param name="Predicted">Predicted spans.</param>
public readonly record struct EntityCounts(int Matched, int Gold, int Predicted);
