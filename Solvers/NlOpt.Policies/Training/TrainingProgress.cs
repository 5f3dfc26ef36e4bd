namespace NlOpt.Policies.Training;

/// <summary>One point of a training curve.</summary>
/// <param name="Elapsed">Time spent, earlier sessions of a resumed training included.</param>
/// <param name="Updates">Updates or iterations done.</param>
public sealed record TrainingProgress(TimeSpan Elapsed, int Updates)
{
    /// <summary>Mean cost over all stages of the scenarios of this update, as training sees it; null where none was computed.</summary>
    public double? Cost { get; init; }

    /// <summary>
    /// By how much exact solves exceeded <see cref="Cost"/>, estimated on certified points; null where the cost is exact or nothing was certified.
    /// </summary>
    public double? CostGap { get; init; }

    /// <summary>Mean cost over all stages on the held-out panel, by exact solves; null where it was not measured at this update.</summary>
    public double? PanelCost { get; init; }

    /// <summary>Proved lower bound on the cost of any policy; null where the method has none.</summary>
    public double? Bound { get; init; }

    /// <summary>Euclidean length of the gradient before clipping; null where the method has none.</summary>
    public double? GradientNorm { get; init; }

    /// <summary>Solves that failed so far. They are left out, never counted as zero.</summary>
    public int Failures { get; init; }
}
