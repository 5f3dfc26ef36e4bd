using NlOpt.Policies.Sddp.Cuts;

namespace NlOpt.Policies.Sddp.Files;

/// <summary>All that a training has come to; with the problem and the settings it says how it goes on.</summary>
internal sealed record SddpRecord
{
    /// <summary>Fingerprint of the problem.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Seed of the training.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The settings that decide the cuts.</summary>
    public required string Settings { get; init; }

    /// <summary>What the cuts bound.</summary>
    public required CutKind CutKind { get; init; }

    /// <summary>Iterations done.</summary>
    public required int Iterations { get; init; }

    /// <summary>The highest bound of any iteration; null when there is none.</summary>
    public required double? Bound { get; init; }

    /// <summary>The states visited with their cuts, for each stage but the last, oldest first.</summary>
    public required ImmutableArray<ImmutableArray<TrialPoint>> Points { get; init; }

    /// <summary>The training curve, one point an iteration; empty in files of policies, whose bytes must not depend on clocks.</summary>
    public ImmutableArray<TrainingProgress> Curve { get; init; } = [];

    /// <summary>The record as it stood after an earlier iteration.</summary>
    public SddpRecord Until(int iteration) => this with
    {
        Iterations = iteration,
        Bound = iteration == 0 ? null : Curve[iteration - 1].Bound,
        Points = [.. Points.Select(stage => stage.Where(point => point.Iteration <= iteration).ToImmutableArray())],
        Curve = Curve[..iteration],
    };
}
