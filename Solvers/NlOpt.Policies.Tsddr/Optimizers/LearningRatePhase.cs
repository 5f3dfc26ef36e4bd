namespace NlOpt.Policies.Tsddr.Optimizers;

/// <summary>A stretch of training: a straight warm-up from near 0 to the first learning rate, then half a cosine down to the last.</summary>
/// <param name="Updates">Updates it lasts, at least 1.</param>
/// <param name="First">Learning rate after the warm-up, above 0.</param>
/// <param name="Last">Learning rate towards the end, in [0, First].</param>
/// <param name="WarmUp">Updates of the warm-up, in [0, Updates].</param>
public readonly record struct LearningRatePhase(int Updates, double First, double Last, int WarmUp = 0)
{
    /// <summary>The learning rate of an update.</summary>
    /// <param name="update">Counted from 0 within the phase.</param>
    internal double RateAt(int update)
    {
        if (update < WarmUp) return First * (update + 1) / WarmUp;
        var span = Updates - WarmUp - 1;
        var share = span <= 0 ? 0 : Math.Min(1, (double)(update - WarmUp) / span);
        return Last + (First - Last) * 0.5 * (1 + Math.Cos(Math.PI * share));
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal string? Fault =>
        Updates < 1 ? "A phase lasts at least one update."
        : !(First > 0 && double.IsFinite(First)) ? "The first learning rate is above 0."
        : !(Last >= 0 && Last <= First) ? "The last learning rate lies between 0 and the first."
        : WarmUp < 0 || WarmUp > Updates ? "The warm-up lies within its phase."
        : null;
}
