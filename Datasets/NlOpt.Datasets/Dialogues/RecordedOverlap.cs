namespace NlOpt.Datasets.Dialogues;

/// <summary>Shares of overlap as recorded, each in [0, 1].</summary>
/// <param name="Precision">Of the summary's pieces, in the statement.</param>
/// <param name="Recall">Of the statement's pieces, in the summary.</param>
/// <param name="F1">Their harmonic mean.</param>
public readonly record struct RecordedOverlap(double Precision, double Recall, double F1);
