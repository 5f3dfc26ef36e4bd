namespace NlOpt.Dialogue.Metrics;

/// <summary>How far two texts overlap, each share in [0, 1].</summary>
/// <param name="Precision">Share of the text's pieces that the reference holds; 0 for a text without pieces.</param>
/// <param name="Recall">Share of the reference's pieces that the text holds; 0 for a reference without pieces.</param>
public readonly record struct RougeScore(double Precision, double Recall)
{
    /// <summary>Harmonic mean of both; 0 where both are.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}
