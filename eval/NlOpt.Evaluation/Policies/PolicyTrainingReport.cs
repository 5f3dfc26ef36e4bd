using System.Collections.Immutable;
using NlOpt.Policies.Training;

namespace NlOpt.Evaluation.Policies;

/// <summary>One training of a policy: what was asked for and how it went. Written as training.json (docs/reference/policies.md).</summary>
public sealed record PolicyTrainingReport
{
    /// <summary>Version of the format that this program writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The case as commands name it: a name, or the full path of a folder.</summary>
    public required string Case { get; init; }

    /// <summary>Checksum of the problem, by which files tell whether they belong together.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Unit of the cost; null when it has none.</summary>
    public string? CostUnit { get; init; }

    /// <summary>The method: <c>tsddr</c>, <c>tsldr</c> or <c>sddp</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Settings of the method by the name of their option, such as <c>network</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Settings { get; init; }

    /// <summary>Decided every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Most updates or iterations; null for no such limit.</summary>
    public int? MaximumUpdates { get; init; }

    /// <summary>Longest time; null for no such limit.</summary>
    public double? MaximumMinutes { get; init; }

    /// <summary>Most threads used; the policy does not depend on it.</summary>
    public required int Threads { get; init; }

    /// <summary>Why the training ended; null while it runs, or when its process was killed.</summary>
    public TrainingStop? Stop { get; init; }

    /// <summary>Name of the policy's file in the same folder; null while there is none.</summary>
    public string? PolicyFile { get; init; }

    /// <summary>SHA-256 of that file in lower-case hexadecimal; null while there is none.</summary>
    public string? PolicySha256 { get; init; }

    /// <summary>The training curve, oldest first.</summary>
    public ImmutableArray<TrainingPoint> Curve { get; init; } = [];

    /// <summary>Where it ran.</summary>
    public required RunEnvironment Environment { get; init; }
}
