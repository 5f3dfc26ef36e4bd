namespace NlOpt.Modeling;

/// <summary>
/// The form in which two models that say the same look the same, up to the naming and order of their variables. Rows are scaled so that the
/// largest coefficient has the size 1 and the first one is positive; rows with proportional coefficients become one with the tightest limits;
/// rows of one variable become bounds; rows that say nothing go; the rest is sorted. Bounds of whole-number variables are rounded inwards, and
/// such a variable within 0 and 1 is binary. Nothing else is deduced: this is no presolve, and the objective is left alone.
/// </summary>
public static class CanonicalForm
{
    /// <summary>
    /// The canonical form. Variables keep their names and order; names of the model and its rows are dropped. The canonical form of a canonical
    /// form is itself. Limits that contradict each other stay visible, as two rows.
    /// </summary>
    public static Model Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var bounds = model.Variables.Select(variable => new Limits(variable.Lower, variable.Upper)).ToArray();
        var rows = new RowSet();
        foreach (var row in model.Rows)
        {
            var (expression, limits) = RowSet.Scale(row.Expression, new(row.Lower, row.Upper));
            if (expression.Terms is [{ Variable.Index: var only }]) bounds[only] = bounds[only].And(limits);
            else rows.Add(null, expression, limits);
        }

        foreach (var indicator in model.Indicators)
        {
            var (expression, limits) = RowSet.Scale(indicator.Expression, new(indicator.Lower, indicator.Upper));
            rows.Add((indicator.Binary, indicator.ActiveValue), expression, limits);
        }

        var builder = new ModelBuilder();
        foreach (var variable in model.Variables)
        {
            ref var limits = ref bounds[variable.Id.Index];
            if (variable.Kind != VariableKind.Continuous) limits = limits.RoundInwards();
            var own = LinearExpression.Of([new(variable.Id, 1)]);
            if (limits.AreCrossed)
            {
                builder.AddVariable(variable.Name, variable.Kind, null, null);
                rows.Add(null, own, limits);
            }
            else
            {
                builder.AddVariable(variable.Name, KindWithin(variable.Kind, limits), limits.Lower, limits.Upper);
            }
        }

        builder.SetObjective(model.Objective.Sense, model.Objective.Expression);
        rows.AddTo(builder);
        return builder.Build();
    }

    private static VariableKind KindWithin(VariableKind kind, Limits limits)
    {
        if (kind == VariableKind.Continuous) return kind;
        return limits is { Lower: >= 0, Upper: <= 1 } ? VariableKind.Binary : VariableKind.Integer;
    }
}
