using System.Collections.Immutable;
using NlOpt.Agents.Checking.Checks;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using NlOpt.Understanding.Weights;

namespace NlOpt.Agents.Checking;

/// <summary>
/// The embedded reader audits a formulation made by someone else, a language model above all: each check asks one question of it. Safe for use by
/// several threads at once.
/// </summary>
/// <param name="weights">What the reader has learned.</param>
/// <param name="options">How; null for the defaults.</param>
public sealed class CrossChecker(ReaderWeights weights, CrossCheckOptions? options = null)
{
    private static readonly ImmutableArray<ICrossCheck> All =
    [
        new LinkCheck(),
        new TotalVariableCheck(),
        new InventedNumberCheck(),
        new RuleCheck("direction", RuleDifference.Direction),
        new RuleCheck("limit", RuleDifference.Limit),
        new RuleCheck("coefficients", RuleDifference.Coefficients),
        new ObjectiveCheck(),
        new RuleCheck("missing-rule", RuleDifference.Missing),
        new RuleCheck("unsupported-rule", RuleDifference.Unsupported),
        new UnusedNumberCheck(),
        new VariableCountCheck(),
        new UnitCheck(),
    ];

    private readonly ReadingWeigher _weigher = new(weights);
    private readonly CrossCheckOptions _options = options ?? new CrossCheckOptions();

    /// <summary>Names of the checks, in the order in which they are asked.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(check => check.Name)];

    /// <summary>Checks a formulation.</summary>
    /// <param name="formulation">The formulation; untrusted.</param>
    /// <param name="solved">The model that whoever made it would solve; null where this product lowers it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The findings; or the errors <c>formulation.*</c> where the formulation is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Result<CrossCheckResult> Check(ProblemFormulation formulation, LoweredModel? solved = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        var lowering = Lowering.Lower(formulation);
        if (!lowering.TryGetValue(out var lowered)) return Result.Failure<CrossCheckResult>(lowering.Diagnostics);
        var guided = _weigher.Weigh(formulation.Source, [.. formulation.Variables.Select(variable => NamesOf(variable, formulation.Source))],
            cancellationToken: cancellationToken);
        var free = _weigher.Weigh(formulation.Source, cancellationToken: cancellationToken);
        var subject = new CheckedFormulation(lowered, solved ?? lowered, guided, free);
        ImmutableArray<CheckFinding> findings = [.. All.SelectMany(check => check.Find(subject)).OrderByDescending(finding => finding.Suspicion)
            .Select(finding => finding with { IsGrave = finding.Suspicion >= _options.GraveSuspicion })];
        var optimaAgree = subject.Guided.Best is { } own && _options.Solver is { } solver
            ? OptimumComparison.Agree(solver, lowered.Model, own.Model, _options.SolveOptions, cancellationToken)
            : null;
        return Result.Success(new CrossCheckResult(
            findings, 1 - findings.Select(finding => finding.Suspicion).DefaultIfEmpty(0).Max(), subject.Guided.Best?.Formulation, optimaAgree));
    }

    private static ImmutableArray<string> NamesOf(DecisionVariable variable, Source source) =>
        [variable.Name, .. variable.Mentions.Select(source.Quote).Distinct(StringComparer.OrdinalIgnoreCase)];
}
