using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;
using NlOpt.Pipeline.Diagnosis;
using NlOpt.Solving;

namespace NlOpt.Cli.Chat;

/// <summary>Solves what was understood and gives reasons; each formulation is solved once.</summary>
internal sealed class PlanReasons(Lazy<ISolver> solver)
{
    private readonly Lazy<ReasonFinder> _finder = new(() => new ReasonFinder(solver.Value));
    private (ProblemFormulation Formulation, Result<Solution> Solved)? _known;

    /// <summary>The best plan; or why it cannot be looked for.</summary>
    public Result<Solution> Solve(ProblemFormulation formulation, CancellationToken cancellationToken)
    {
        if (_known is { } known && ReferenceEquals(known.Formulation, formulation)) return known.Solved;
        var solved = _finder.Value.Solve(formulation, cancellationToken);
        // What a cancellation broke off is no answer.
        if (!cancellationToken.IsCancellationRequested) _known = (formulation, solved);
        return solved;
    }

    /// <summary>Why no plan meets all rules; null where one may.</summary>
    public ConflictReport? Conflicts(Solution solution, CancellationToken cancellationToken) =>
        solution.Result.Termination == TerminationReason.Infeasible
        && _finder.Value.WhyNoPlan(solution.Formulation, cancellationToken).TryGetValue(out var report) ? report : null;

    /// <summary>What grows without end, and so what is missing; empty where there is a best plan or none at all.</summary>
    public Result<ImmutableArray<EndlessGrowth>> Missing(Solution solution, CancellationToken cancellationToken) =>
        _finder.Value.WhatIsMissing(solution.Formulation, cancellationToken);

    /// <summary>What each limit is worth, for a solution with a best plan.</summary>
    public Result<ImmutableArray<LimitWorth>> Worth(Solution solution, CancellationToken cancellationToken) =>
        _finder.Value.Worth(solution, cancellationToken);

    /// <summary>The plan under changes told in phrases; rules are numbered as they are shown.</summary>
    public Result<WhatIfOutcome> WhatIf(Solution before, IEnumerable<string> phrases, CancellationToken cancellationToken)
    {
        var changes = new List<FormulationChange>();
        foreach (var phrase in phrases)
        {
            var read = ChangeText.Read(phrase, before.Formulation);
            if (!read.TryGetValue(out var change)) return Result.Failure<WhatIfOutcome>(read.Diagnostics);
            changes.Add(change);
        }

        // Later positions are those after earlier changes, so rules are left out from the last one on, after all else.
        var ordered = changes.OrderBy(change => change is FormulationChange.Remove(var index) ? int.MaxValue - index : 0);
        return _finder.Value.WhatIf(before, ordered, cancellationToken);
    }
}
