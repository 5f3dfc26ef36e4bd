using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>
/// Answers the questions that people ask about a problem and its plan, one call a question: why there is no plan, what is missing, what a limit is
/// worth, what if, why not more, what else. Every answer comes from solving; nothing is estimated. Immutable; as safe to share between threads
/// as its engine.
/// </summary>
public sealed class ReasonFinder
{
    private readonly ISolver _solver;
    private readonly DiagnosisOptions _options;

    /// <summary>Takes an engine.</summary>
    /// <param name="solver">Solves the models; choose one that gives duals for linear programs, for prices.</param>
    /// <param name="options">How; null for the defaults.</param>
    public ReasonFinder(ISolver solver, DiagnosisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(solver);
        (_solver, _options) = (solver, options ?? new DiagnosisOptions());
    }

    /// <summary>The same engine with other options.</summary>
    public ReasonFinder With(DiagnosisOptions options) => new(_solver, options);

    /// <summary>Solves a formulation as it is.</summary>
    /// <returns>The solution; or errors of the check (<c>formulation.*</c>) or the engine (<c>solve.*</c>), as for all questions here.</returns>
    public Result<Solution> Solve(ProblemFormulation formulation, CancellationToken cancellationToken = default) =>
        ProblemSolver.Solve(
            _solver, new Reading(formulation, []), new ProblemOptions { Kinds = _options.Kinds, Solver = _options.Solver }, cancellationToken);

    /// <summary>Why no plan meets all rules: each conflict with its repairs.</summary>
    /// <param name="formulation">The problem; where it has plans, the report has no conflict.</param>
    /// <param name="cancellationToken">Ends the search; the report then says that it is not complete.</param>
    /// <exception cref="ArgumentException">A must of the options is no statement of the formulation.</exception>
    public Result<ConflictReport> WhyNoPlan(ProblemFormulation formulation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        return ConflictSearch.Find(formulation, _solver, _options, cancellationToken);
    }

    /// <summary>What grows without end, and so what is missing; empty when the problem has a best plan or none at all.</summary>
    public Result<ImmutableArray<EndlessGrowth>> WhatIsMissing(ProblemFormulation formulation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        return GrowthSearch.Find(formulation, _solver, _options, cancellationToken);
    }

    /// <summary>What some changes, made one after the other, would do to the plan.</summary>
    /// <param name="before">The solution as things are.</param>
    /// <param name="changes">The changes; positions of later ones are those after the earlier ones.</param>
    /// <param name="cancellationToken">Stops the solve.</param>
    /// <returns>The outcome; or the errors of <see cref="FormulationChange.Apply"/>.</returns>
    public Result<WhatIfOutcome> WhatIf(Solution before, IEnumerable<FormulationChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(changes);
        var changed = Result.Success(before.Formulation);
        foreach (var change in changes)
        {
            changed = change.Apply(changed.Value);
            if (!changed.IsSuccess) return Result.Failure<WhatIfOutcome>(changed.Diagnostics);
        }

        var solved = Solve(changed.Value, cancellationToken);
        if (!solved.TryGetValue(out var after)) return Result.Failure<WhatIfOutcome>(solved.Diagnostics);
        var gain = after.ObjectiveValue - before.ObjectiveValue;
        return Result.Success(new WhatIfOutcome(changed.Value, before, after, gain, Comparing.OfChange(before, after)));
    }

    /// <summary>Why there is not more of a thing.</summary>
    /// <param name="formulation">The problem.</param>
    /// <param name="variable">The thing.</param>
    /// <param name="amount">How much there should be at least; null for one more, or a tenth more of what is measured.</param>
    /// <param name="cancellationToken">Stops the solves.</param>
    /// <returns>The reason; also the error <c>reason.no-plan</c> when there is no plan to compare with.</returns>
    public Result<WhyNotOutcome> WhyNotMore(
        ProblemFormulation formulation, DecisionVariableId variable, double? amount = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        ArgumentOutOfRangeException.ThrowIfNegative(variable.Index, nameof(variable));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(variable.Index, formulation.Variables.Length, nameof(variable));
        return new WhyNotSearch(this, _options, cancellationToken).Of(formulation, variable, amount);
    }

    /// <summary>What each limit is worth at the best plan: prices with ranges for linear programs, else what an eased limit would bring.</summary>
    /// <returns>One entry a statement, in order; also the error <c>reason.no-plan</c> when there is no best plan.</returns>
    public Result<ImmutableArray<LimitWorth>> Worth(Solution solution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return new LimitWorthSearch(this, _solver, _options, cancellationToken).Of(solution);
    }

    /// <summary>Other plans that are nearly as good.</summary>
    /// <param name="solution">The best plan; without one there are no others.</param>
    /// <param name="most">Most plans to give, at least 1.</param>
    /// <param name="tolerance">How much worse they may be, relative to the best objective value; at least 0.</param>
    /// <param name="cancellationToken">Stops the search with what was found.</param>
    /// <returns>
    /// The plans, the best first; each differs from the best one and the others by a tenth of some amount, and by one piece at least.
    /// </returns>
    public ImmutableArray<AlternativePlan> Alternatives(
        Solution solution, int most = 5, double tolerance = 0.05, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return AlternativePlans.Of(solution, most, tolerance, new SolveSeries(_solver, _options.Solver, cancellationToken));
    }

    /// <summary>Whether a plan of the user would be all right.</summary>
    /// <param name="formulation">The problem.</param>
    /// <param name="amounts">The amount of each decision variable, by id; finite.</param>
    /// <exception cref="ArgumentException">There is not one finite amount a variable.</exception>
    public Result<PlanVerdict> Check(ProblemFormulation formulation, IReadOnlyList<double> amounts)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Count != formulation.Variables.Length || !amounts.All(double.IsFinite))
            throw new ArgumentException("There must be one finite amount a variable.", nameof(amounts));
        var lowering = Lowering.Lower(formulation, new LoweringOptions { Kinds = _options.Kinds, AreRowsIndependent = true });
        return lowering.TryGetValue(out var lowered)
            ? Result.Success(PlanCheck.Check(lowered, amounts), lowering.Diagnostics)
            : Result.Failure<PlanVerdict>(lowering.Diagnostics);
    }
}
