namespace NlOpt.Policies.Training;

/// <summary>Why a training ended.</summary>
public enum TrainingStop
{
    /// <summary>The method's own stopping rule: more work would hardly change anything.</summary>
    Converged,

    /// <summary>The updates or iterations were used up.</summary>
    Updates,

    /// <summary>The time was used up.</summary>
    Duration,

    /// <summary>Somebody cancelled it; the policy is the best so far.</summary>
    Cancelled,
}

/// <summary>A trained policy and how it came about.</summary>
/// <param name="Policy">The policy selected.</param>
/// <param name="Stop">Why training ended.</param>
/// <param name="Curve">The training curve, oldest first.</param>
public sealed record TrainingResult(IPolicy Policy, TrainingStop Stop, ImmutableArray<TrainingProgress> Curve);
