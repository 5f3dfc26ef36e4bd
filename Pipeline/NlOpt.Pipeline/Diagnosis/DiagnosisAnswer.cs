using System.Collections.Immutable;
using NlOpt.Solving;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>The reasons behind an outcome: one of conflicts, growths, or the worth of limits with other plans.</summary>
/// <param name="Solution">The outcome.</param>
public sealed record DiagnosisAnswer(Solution Solution)
{
    /// <summary>Why there is no plan; null where there may be one.</summary>
    public ConflictReport? Conflicts { get; init; }

    /// <summary>What grows without end.</summary>
    public ImmutableArray<EndlessGrowth> Growths { get; init; } = [];

    /// <summary>What each limit is worth.</summary>
    public ImmutableArray<LimitWorth> Worth { get; init; } = [];

    /// <summary>Plans that are nearly as good.</summary>
    public ImmutableArray<AlternativePlan> Alternatives { get; init; } = [];

    /// <summary>Asks for the reasons that go with an outcome: of none, of one without end, or of a best plan.</summary>
    /// <param name="solution">The outcome.</param>
    /// <param name="finder">Who answers.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static DiagnosisAnswer Of(Solution solution, ReasonFinder finder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(finder);
        return solution.Result.Termination switch
        {
            TerminationReason.Infeasible => new(solution)
            {
                Conflicts = finder.WhyNoPlan(solution.Formulation, cancellationToken).TryGetValue(out var report) ? report : null,
            },
            TerminationReason.Unbounded => new(solution)
            {
                Growths = finder.WhatIsMissing(solution.Formulation, cancellationToken).TryGetValue(out var growths) ? growths : [],
            },
            TerminationReason.Optimal => new(solution)
            {
                Worth = finder.Worth(solution, cancellationToken).TryGetValue(out var worth) ? worth : [],
                Alternatives = finder.Alternatives(solution, cancellationToken: cancellationToken),
            },
            _ => new(solution),
        };
    }
}
