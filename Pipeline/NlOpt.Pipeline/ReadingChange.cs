using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>Solves other readings and tells how much they change the answer of the one taken.</summary>
internal sealed class ReadingChange(LoweredModel best, SolveResult result, ISolver solver, ProblemOptions options, CancellationToken cancellationToken)
{
    private const double Tolerance = 1e-6;

    /// <summary>The outcome of another reading.</summary>
    public (RivalOutcome Outcome, LoweredModel? Lowered) Solve(ProblemFormulation other)
    {
        var lowering = Lowering.Lower(other, new LoweringOptions { Kinds = options.Kinds });
        if (!lowering.TryGetValue(out var lowered)) return (new(other, Result.Failure<SolveResult>(lowering.Diagnostics), 0), null);
        var solved = solver.SolveByCases(lowered.Model, options.Solver, cancellationToken);
        return (new(other, solved, solved.TryGetValue(out var outcome) ? Of(lowered, outcome) : 0), lowered);
    }

    private double Of(LoweredModel other, SolveResult outcome)
    {
        if (result.Termination != outcome.Termination) return 1;
        if ((result.Primal, outcome.Primal) is not ({ } mine, { } theirs)) return result.Primal is null == outcome.Primal is null ? 0 : 1;
        if (StaysBest(other, mine, theirs)) return 0;
        var value = Math.Abs(mine.ObjectiveValue - theirs.ObjectiveValue) / Math.Max(1, Math.Abs(mine.ObjectiveValue));
        return Math.Min(1, Math.Max(value, Distance(Amounts(best, mine), Amounts(other, theirs))));
    }

    /// <summary>True when the plan taken meets the other reading's rules and is worth as much there as its own best plan.</summary>
    private bool StaysBest(LoweredModel other, PrimalSolution mine, PrimalSolution theirs)
    {
        var amounts = Amounts(best, mine);
        if (other.Formulation.Variables.Length != amounts.Count || other.Formulation.Variables.Any(variable => !amounts.ContainsKey(variable.Name))) return false;
        var builder = new ModelBuilder();
        foreach (var variable in other.Model.Variables)
        {
            var planned = other.Variables[variable.Id.Index].IsActivity ? (double?)null : amounts[variable.Name];
            builder.AddVariable(variable.Name, variable.Kind, planned ?? variable.Lower, planned ?? variable.Upper);
        }

        foreach (var row in other.Model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper);
        foreach (var row in other.Model.Indicators) builder.AddIndicator(row.Binary, row.ActiveValue, row.Expression, row.Lower, row.Upper);
        builder.SetObjective(other.Model.Objective.Sense, other.Model.Objective.Expression);
        return solver.Solve(builder.Build(), options.Solver, cancellationToken).TryGetValue(out var kept)
            && kept is { Termination: TerminationReason.Optimal, Primal.ObjectiveValue: var value }
            && Math.Abs(value - theirs.ObjectiveValue) <= Tolerance * Math.Max(1, Math.Abs(theirs.ObjectiveValue));
    }

    /// <summary>Planned amounts by name, whole ones without the noise of the engine.</summary>
    private static Dictionary<string, double> Amounts(LoweredModel lowered, PrimalSolution primal) => lowered.Formulation.Variables.ToDictionary(
        variable => variable.Name,
        variable =>
        {
            var amount = primal[lowered.AmountOf(variable.Id)];
            return lowered.Model.Variables[lowered.AmountOf(variable.Id).Index].Kind == VariableKind.Continuous ? amount : Math.Round(amount);
        },
        StringComparer.Ordinal);

    private static double Distance(Dictionary<string, double> one, Dictionary<string, double> other)
    {
        var moved = one.Keys.Union(other.Keys, StringComparer.Ordinal).Sum(name => Math.Abs(one.GetValueOrDefault(name) - other.GetValueOrDefault(name)));
        return moved / Math.Max(Math.Max(one.Values.Sum(Math.Abs), other.Values.Sum(Math.Abs)), Tolerance);
    }
}
