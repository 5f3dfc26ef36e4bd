namespace NlOpt.Policies.Tsddr.Training;

/// <summary>A part of the training with its own batch size and cosine schedule of the learning rate.</summary>
/// <param name="Share">Share of the budget; above 0. The shares of all phases add up to 1.</param>
/// <param name="BatchSize">Scenarios an update; at least 1.</param>
/// <param name="FirstRate">Learning rate at the start, after the warm-up; above 0.</param>
/// <param name="LastRate">Learning rate at the end; above 0.</param>
/// <param name="WarmUp">Share of the phase in which the rate rises linearly to <paramref name="FirstRate"/>; in [0, 1).</param>
public sealed record TrainingPhase(double Share, int BatchSize, double FirstRate, double LastRate, double WarmUp = 0)
{
    /// <summary>The learning rate at a point of the phase.</summary>
    /// <param name="progress">Share of the phase done, in [0, 1].</param>
    public double Rate(double progress)
    {
        if (progress < WarmUp) return FirstRate * Math.Max(progress / WarmUp, 0.01);
        var rest = (progress - WarmUp) / (1 - WarmUp);
        return LastRate + 0.5 * (FirstRate - LastRate) * (1 + Math.Cos(Math.PI * Math.Min(1, rest)));
    }
}
