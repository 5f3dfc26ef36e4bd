using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>
/// Finds what grows without end in an unbounded model: the variables of a ray along which the objective improves, of which as many are left out
/// as the rows allow; then those variables are taken out of the objective, and another ray is looked for.
/// </summary>
public static class UnboundedSearch
{
    private const double Tolerance = 1e-7;

    /// <summary>Finds growths, each with a variable that earns something and is in none of the others.</summary>
    /// <param name="model">The model.</param>
    /// <param name="series">Solves a few models a growth and variable.</param>
    /// <returns>The growths; empty when the model is not unbounded, or when a solve did not tell.</returns>
    public static ImmutableArray<Growth> Find(Model model, SolveSeries series)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(series);
        var growths = ImmutableArray.CreateBuilder<Growth>();
        HashSet<VariableId> taken = [];
        while (true)
        {
            var rest = Rewritten(model, LinearExpression.Of(model.Objective.Expression.Terms.Where(term => !taken.Contains(term.Variable))));
            if (series.Solve(rest) is not { PrimalRay: { } ray }) return growths.ToImmutable();
            var growth = Reduce(rest, ray, series);
            if (growth is null || Gain(model, growth) <= Tolerance) return growths.ToImmutable();
            growths.Add(growth);
            var known = taken.Count;
            taken.UnionWith(growth.Variables.Where(variable => CostOf(model, variable) != 0));
            if (taken.Count == known) return growths.ToImmutable();
        }
    }

    /// <summary>The ray without the variables it can do without; null when it improves nothing.</summary>
    private static Growth? Reduce(Model model, ImmutableArray<double> ray, SolveSeries series)
    {
        var best = ray;
        if (Gain(model, best) <= Tolerance) return null;
        HashSet<int> support = [.. Support(ray)];
        foreach (var variable in Support(ray).OrderBy(variable => Math.Abs(CostOf(model, new(variable)))).ToList())
        {
            if (support.Count == 1 || !support.Remove(variable)) continue;
            if (series.Solve(Directions(model, ray, support)) is { Primal: { } found } && Gain(model, found.Values) > Tolerance)
                (best, support) = (found.Values, [.. Support(found.Values)]);
            else support.Add(variable);
        }

        var largest = best.Max(Math.Abs);
        // Binary variables cannot grow; a ray moves none of them but for noise.
        var variables = Support(best).Where(variable => model.Variables[variable].Kind != VariableKind.Binary).ToList();
        return new(
            [.. variables.Select(variable => new VariableId(variable))],
            [.. variables.Select(variable => best[variable] / largest)]);
    }

    /// <summary>The steps within some variables, at most 1 in size, that may be repeated for ever wherever the ray may.</summary>
    private static Model Directions(Model model, ImmutableArray<double> ray, HashSet<int> support)
    {
        var builder = new ModelBuilder();
        foreach (var variable in model.Variables)
        {
            var isIn = support.Contains(variable.Id.Index);
            builder.AddVariable(
                variable.Name, VariableKind.Continuous, isIn && variable.Lower is null ? -1 : 0, isIn && variable.Upper is null ? 1 : 0);
        }

        foreach (var row in model.Rows) AddHomogeneous(row.Expression, row.Lower, row.Upper);
        foreach (var row in model.Indicators)
            if (Holds(row.Expression.Evaluate(ray), row.Lower, row.Upper)) AddHomogeneous(row.Expression, row.Lower, row.Upper);
        builder.SetObjective(model.Objective.Sense, LinearExpression.Of(model.Objective.Expression.Terms));
        return builder.Build();

        void AddHomogeneous(LinearExpression expression, double? lower, double? upper) => builder.AddRow(expression, lower * 0, upper * 0);
    }

    private static bool Holds(double step, double? lower, double? upper) =>
        (lower is null || step >= -Tolerance) && (upper is null || step <= Tolerance);

    private static Model Rewritten(Model model, LinearExpression objective)
    {
        var builder = new ModelBuilder();
        foreach (var variable in model.Variables) builder.AddVariable(variable.Name, variable.Kind, variable.Lower, variable.Upper);
        foreach (var row in model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper);
        foreach (var row in model.Indicators) builder.AddIndicator(row.Binary, row.ActiveValue, row.Expression, row.Lower, row.Upper);
        builder.SetObjective(model.Objective.Sense, objective);
        return builder.Build();
    }

    private static IEnumerable<int> Support(ImmutableArray<double> values) =>
        values.Index().Where(pair => Math.Abs(pair.Item) > Tolerance).Select(pair => pair.Index);

    private static double CostOf(Model model, VariableId variable) =>
        model.Objective.Expression.Terms.FirstOrDefault(term => term.Variable == variable).Coefficient;

    private static double Gain(Model model, Growth growth)
    {
        var step = new double[model.Variables.Length];
        foreach (var (variable, rate) in growth.Variables.Zip(growth.Rates)) step[variable.Index] = rate;
        return Gain(model, [.. step]);
    }

    private static double Gain(Model model, ImmutableArray<double> step)
    {
        var change = model.Objective.Expression.Evaluate(step) - model.Objective.Expression.Constant;
        return model.Objective.Sense == ObjectiveSense.Maximize ? change : -change;
    }
}
