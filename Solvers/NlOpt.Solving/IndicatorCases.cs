using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Solves models whose indicator rows no constant can stand for. Where the engine refuses them because no bound is proven (a covering problem
/// with an "either or" has none), every combination of their binary variables is solved by itself: each then has plain rows, and the best one is
/// the answer.
/// </summary>
public static class IndicatorCases
{
    /// <summary>With more deciding binary variables than these there are too many combinations, and the engine's refusal stands.</summary>
    public const int MostIndicators = 10;

    /// <summary>Solves a model once, case by case where that is needed; the time limit holds for all cases together.</summary>
    /// <returns>The result, or the diagnostics of <see cref="ISolver.Open"/>.</returns>
    public static Result<SolveResult> SolveByCases(
        this ISolver solver, Model model, SolveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(model);
        var solved = solver.Solve(model, options, cancellationToken);
        var isRefused = !solved.IsSuccess && solved.Diagnostics.Any(finding => finding.Code == "solve.indicator-unbounded");
        var binaries = model.Indicators.Select(indicator => indicator.Binary).Distinct().ToList();
        return isRefused && binaries.Count <= MostIndicators
            ? SolveCases(solver, model, binaries, options ?? SolveOptions.Default, cancellationToken)
            : solved;
    }

    private static Result<SolveResult> SolveCases(
        ISolver solver, Model model, List<VariableId> binaries, SolveOptions options, CancellationToken cancellationToken)
    {
        SolveResult? total = null;
        for (var bits = 0; bits < 1 << binaries.Count; bits++)
        {
            var values = binaries.Index().ToDictionary(pair => pair.Item, pair => (bits >> pair.Index & 1) == 1);
            if (options.TimeLimit is { } limit && limit <= (total?.Duration ?? TimeSpan.Zero))
                return Result.Success(total! with { Termination = TerminationReason.LimitReached, Limit = SolveLimit.Time, DualBound = null });
            var rest = options with { TimeLimit = options.TimeLimit - (total?.Duration ?? TimeSpan.Zero) };
            var solved = solver.Solve(Case(model, values), rest, cancellationToken);
            if (!solved.TryGetValue(out var result)) return solved;
            total = total is null ? result : Better(total, result, model.Objective.Sense);
            if (total.Termination is not (TerminationReason.Optimal or TerminationReason.Infeasible)) break;

            // With nothing to optimize, no case is better than the first one with a point.
            if (model.Objective.Expression.Terms.IsEmpty && total.Termination == TerminationReason.Optimal) break;
        }

        return Result.Success(total!);
    }

    /// <summary>The model with its deciding binaries fixed, and of its indicator rows those that then hold.</summary>
    private static Model Case(Model model, Dictionary<VariableId, bool> values)
    {
        var builder = new ModelBuilder(model.Name);
        foreach (var variable in model.Variables)
        {
            var (lower, upper) = values.TryGetValue(variable.Id, out var value) ? (value ? 1 : 0, value ? 1 : 0) : (variable.Lower, variable.Upper);
            builder.AddVariable(variable.Name, variable.Kind, lower, upper);
        }

        foreach (var row in model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper, row.Name);
        foreach (var row in model.Indicators)
            if (values[row.Binary] == row.ActiveValue) builder.AddRow(row.Expression, row.Lower, row.Upper, row.Name);
        builder.SetObjective(model.Objective.Sense, model.Objective.Expression);
        return builder.Build();
    }

    /// <summary>What two cases amount to: the better of two settled ones; otherwise how the second ended, with the best plan so far.</summary>
    private static SolveResult Better(SolveResult first, SolveResult second, ObjectiveSense sense)
    {
        var isSecondBetter = (first.PrimalBound, second.PrimalBound) switch
        {
            (_, null) => false,
            (null, _) => true,
            var (one, other) => sense == ObjectiveSense.Maximize ? other > one : other < one,
        };
        var best = isSecondBetter ? second : first;
        var joined = second.Termination switch
        {
            TerminationReason.Optimal or TerminationReason.Infeasible => best,
            TerminationReason.Unbounded => second,
            _ => second with { Primal = best.Primal, DualBound = null },
        };
        return joined with { Duration = first.Duration + second.Duration, EngineDuration = first.EngineDuration + second.EngineDuration };
    }
}
