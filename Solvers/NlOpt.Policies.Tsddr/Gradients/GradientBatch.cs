namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// Costs and gradients of a batch of scenarios. The arrays belong to the engine and hold until its next evaluation. A scenario with a failed
/// solve has no cost (null) and takes no part in the gradient.
/// </summary>
/// <param name="Costs">One cost a scenario over all stages; null where a solve failed.</param>
/// <param name="TargetDuals">d cost / d target with the other targets held fixed, [scenario x stage x state].</param>
/// <param name="Gradient">d mean cost / d parameter over the scenarios without failure; all 0 when there is none.</param>
public readonly record struct GradientBatch(ReadOnlyMemory<double?> Costs, ReadOnlyMemory<double> TargetDuals, ReadOnlyMemory<double> Gradient)
{
    /// <summary>Mean over the scenarios without failure; null when there is none.</summary>
    public double? MeanCost
    {
        get
        {
            var (sum, count) = (0.0, 0);
            foreach (var cost in Costs.Span)
            {
                if (cost is not { } known) continue;
                sum += known;
                count++;
            }

            return count == 0 ? null : sum / count;
        }
    }

    /// <summary>Scenarios with a failed solve.</summary>
    public int Failures
    {
        get
        {
            var count = 0;
            foreach (var cost in Costs.Span)
                if (cost is null) count++;
            return count;
        }
    }
}
