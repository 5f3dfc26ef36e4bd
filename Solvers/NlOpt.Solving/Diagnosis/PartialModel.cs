using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>A model without some of its groups, and with nothing to optimize, so that it is either feasible or not.</summary>
public static class PartialModel
{
    /// <summary>
    /// Leaves groups out; what callers add to the builder comes after what stayed, which keeps its order, and its variables their ids.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="groups">Its groups.</param>
    /// <param name="absent">Positions of the groups to leave out.</param>
    /// <exception cref="ArgumentException">A binary variable that decides an indicator row would lose its wholeness.</exception>
    public static ModelBuilder Without(Model model, IReadOnlyList<ConstraintGroup> groups, IEnumerable<int> absent)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(absent);
        HashSet<RowId> rows = [];
        HashSet<int> indicators = [];
        HashSet<VariableId> unbounded = [];
        HashSet<VariableId> divisible = [];
        foreach (var group in absent.Select(position => groups[position]))
        {
            rows.UnionWith(group.Rows);
            indicators.UnionWith(group.Indicators);
            unbounded.UnionWith(group.Bounds);
            divisible.UnionWith(group.Integralities);
        }

        var builder = new ModelBuilder();
        foreach (var variable in model.Variables)
        {
            var isFree = unbounded.Contains(variable.Id);
            var kind = divisible.Contains(variable.Id) ? VariableKind.Continuous : variable.Kind;
            builder.AddVariable(variable.Name, kind, isFree ? null : variable.Lower, isFree ? null : variable.Upper);
        }

        foreach (var row in model.Rows)
            if (!rows.Contains(row.Id)) builder.AddRow(row.Expression, row.Lower, row.Upper);
        foreach (var (position, row) in model.Indicators.Index())
            if (!indicators.Contains(position)) builder.AddIndicator(row.Binary, row.ActiveValue, row.Expression, row.Lower, row.Upper);
        return builder;
    }
}
