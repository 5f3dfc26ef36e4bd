using System.Collections.Immutable;
using NlOpt.Evaluation.Policies;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>What the command line asks of a training. What it leaves out is null.</summary>
internal sealed record TrainingOrder
{
    public required string? Case { get; init; }

    public required string? Method { get; init; }

    /// <summary>Settings of the method by the name of their option.</summary>
    public required ImmutableSortedDictionary<string, string> Settings { get; init; }

    public required ulong? Seed { get; init; }

    public required double? Minutes { get; init; }

    public required int? Updates { get; init; }

    public required int Threads { get; init; }

    public required string Folder { get; init; }

    public required bool Resume { get; init; }

    public required bool Overwrite { get; init; }

    public required bool Json { get; init; }

    /// <summary>Fills in what was left out from the training that is resumed. A budget given anew goes in place of both old ones.</summary>
    public TrainingOrder FilledFrom(PolicyTrainingReport earlier) => this with
    {
        Case = Case ?? earlier.Case,
        Method = Method ?? earlier.Method,
        Settings = (Method ?? earlier.Method) == earlier.Method ? earlier.Settings.SetItems(Settings) : Settings,
        Seed = Seed ?? earlier.Seed,
        Minutes = Minutes is null && Updates is null ? earlier.MaximumMinutes : Minutes,
        Updates = Minutes is null && Updates is null ? earlier.MaximumUpdates : Updates,
    };
}
