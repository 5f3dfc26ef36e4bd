namespace NlOpt.Evaluation;

/// <summary>A gold row and what became of it, for the confusion of types.</summary>
/// <param name="Gold">Type of the gold row; null for a spurious predicted row.</param>
/// <param name="Predicted">Type it was read as; null for a missing row.</param>
public readonly record struct TypePair(string? Gold, string? Predicted);
