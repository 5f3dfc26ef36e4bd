namespace NlOpt.Policies.Training;

/// <summary>What every trainer is told, whatever its method. A training without any budget runs until its own stopping rule or cancellation.</summary>
public sealed record TrainingRequest
{
    /// <summary>Decides every random draw.</summary>
    /// <value>0.</value>
    public ulong Seed { get; init; }

    /// <summary>Most updates (TS-DDR) or iterations (SDDP) in all, earlier sessions of a resumed training included; null for no such limit.</summary>
    public int? MaximumUpdates { get; init; }

    /// <summary>Longest time in all, earlier sessions of a resumed training included; null for no such limit.</summary>
    public TimeSpan? MaximumDuration { get; init; }

    /// <summary>Most threads; the result does not depend on it. At least 1.</summary>
    /// <value>The number of processors.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Folder that keeps what is needed to go on later; null for none. It must exist.</summary>
    public string? CheckpointFolder { get; init; }

    /// <summary>True to go on from the checkpoint in the folder where there is one.</summary>
    public bool Resume { get; init; }

    /// <summary>Told after updates or iterations (all of the first ones, later some), on the training thread; null for nobody.</summary>
    public Action<TrainingProgress>? Progress { get; init; }

    /// <summary>Clock of the durations.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
