using NlOpt.Policies.Training;

namespace NlOpt.Evaluation.Policies;

/// <summary>One point of a training curve as it stands in training.json; costs are over all stages.</summary>
/// <param name="Seconds">Time spent, earlier sessions of a resumed training included.</param>
/// <param name="Updates">Updates or iterations done.</param>
/// <param name="Cost">Mean cost as training saw it; null where none was computed.</param>
/// <param name="CostGap">By how much exact solves exceeded it; null where it is exact or nothing was certified.</param>
/// <param name="PanelCost">Mean cost on the held-out panel by exact solves; null where it was not measured.</param>
/// <param name="Bound">Proved lower bound; null where the method has none.</param>
/// <param name="GradientNorm">Length of the gradient before clipping; null where the method has none.</param>
/// <param name="Failures">Solves that failed so far.</param>
public sealed record TrainingPoint(
    double Seconds, int Updates, double? Cost, double? CostGap, double? PanelCost, double? Bound, double? GradientNorm, int Failures)
{
    /// <summary>The point of a trainer's curve.</summary>
    public static TrainingPoint Of(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return new TrainingPoint(
            progress.Elapsed.TotalSeconds, progress.Updates, progress.Cost, progress.CostGap, progress.PanelCost, progress.Bound, progress.GradientNorm,
            progress.Failures);
    }
}
