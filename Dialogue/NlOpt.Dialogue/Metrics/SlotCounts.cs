namespace NlOpt.Dialogue.Metrics;

/// <summary>Slots of a summary against the gold ones.</summary>
/// <param name="Gold">Slots of the gold problem.</param>
/// <param name="Found">Those of them that the summary fills rightly.</param>
/// <param name="Said">Different slots that the summary fills, rightly or wrongly.</param>
/// <param name="Supported">Those of them that the gold problem holds.</param>
/// <param name="Repeated">How often a slot is filled once more in the same way.</param>
public readonly record struct SlotCounts(int Gold, int Found, int Said, int Supported, int Repeated)
{
    /// <summary>Share of the gold slots that were found, in [0, 1]; null without gold slots.</summary>
    public double? Recall => Share(Found, Gold);

    /// <summary>Share of what was said that is gold, in [0, 1]; null where nothing was said.</summary>
    public double? Precision => Share(Supported, Said);

    /// <summary>Share of all that was said that had been said before, in [0, 1]; null where nothing was said.</summary>
    public double? Repetition => Share(Repeated, Said + Repeated);

    /// <summary>Harmonic mean of recall and precision; null where one of them is.</summary>
    public double? F1 => Recall is { } recall && Precision is { } precision
        ? recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0
        : null;

    private static double? Share(int count, int of) => of > 0 ? (double)count / of : null;
}
