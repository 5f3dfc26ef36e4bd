using System.Collections.Immutable;
using NlOpt.Pipeline;
using NlOpt.Pipeline.Diagnosis;

namespace NlOpt.Cli.Commands;

/// <summary>What <c>nlopt diagnose</c> found: one of conflicts, growths, or the worth of limits with other plans.</summary>
internal sealed record DiagnosisAnswer(Solution Solution)
{
    /// <summary>Why there is no plan; null where there may be one.</summary>
    public ConflictReport? Conflicts { get; init; }

    /// <summary>What grows without end.</summary>
    public ImmutableArray<EndlessGrowth> Growths { get; init; } = [];

    /// <summary>What each limit is worth.</summary>
    public ImmutableArray<LimitWorth> Worth { get; init; } = [];

    /// <summary>Plans that are nearly as good.</summary>
    public ImmutableArray<AlternativePlan> Alternatives { get; init; } = [];
}
