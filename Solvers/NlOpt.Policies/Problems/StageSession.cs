namespace NlOpt.Policies.Problems;

/// <summary>
/// One stage within an engine, solved again and again for other incoming states and noises, optionally with a cost to go that cuts
/// approximate from below. For one thread at a time. On degenerate programs the duals depend on what was solved before, so results that
/// must not depend on the number of threads come from sessions whose history does not.
/// </summary>
public sealed class StageSession : IDisposable
{
    private readonly StageModel _stage;
    private readonly ISolverSession _session;
    private readonly VariableId? _costToGo;
    private readonly double[] _shifts;

    private StageSession(StageModel stage, ISolverSession session, VariableId? costToGo)
    {
        _stage = stage;
        _session = session;
        _costToGo = costToGo;
        _shifts = new double[stage.Model.Rows.Length];
    }

    /// <summary>Opens a stage.</summary>
    /// <param name="stage">The stage model.</param>
    /// <param name="solver">An engine with dual values and incremental changes.</param>
    /// <param name="costToGoLowerBound">A bound below all costs to go; null for a stage without cost to go.</param>
    /// <param name="options">How to solve; null for the defaults.</param>
    /// <returns>The session, or why the engine cannot take the stage.</returns>
    public static Result<StageSession> Open(StageModel stage, ISolver solver, double? costToGoLowerBound = null, SolveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(solver);
        var (model, costToGo) = costToGoLowerBound is { } bound ? WithCostToGo(stage.Model, bound) : (stage.Model, (VariableId?)null);
        var opened = solver.Open(model, options);
        return opened.TryGetValue(out var session)
            ? Result.Success(new StageSession(stage, session, costToGo))
            : Result.Failure<StageSession>(opened.Diagnostics);
    }

    /// <summary>Adds the cut <c>cost to go &gt;= intercept + slopes . outgoing</c>.</summary>
    /// <param name="intercept">Finite.</param>
    /// <param name="slopes">One finite number a state variable.</param>
    /// <returns>The row of the cut, for <see cref="SetCutActive"/>.</returns>
    /// <exception cref="InvalidOperationException">The stage was opened without cost to go.</exception>
    public RowId AddCut(double intercept, ReadOnlySpan<double> slopes)
    {
        var costToGo = _costToGo ?? throw new InvalidOperationException("The stage has no cost to go.");
        var terms = new List<Term>(slopes.Length + 1) { new(costToGo, 1) };
        for (var index = 0; index < slopes.Length; index++)
            if (slopes[index] != 0) terms.Add(new Term(_stage.Outgoing[index], -slopes[index]));
        return _session.AddRow(LinearExpression.Of(terms), intercept, null);
    }

    /// <summary>Switches a cut off, or on again.</summary>
    /// <param name="cut">What <see cref="AddCut"/> returned.</param>
    /// <param name="intercept">The intercept of the cut to be active; null switches it off.</param>
    public void SetCutActive(RowId cut, double? intercept) => _session.SetRowBounds(cut, intercept, null);

    /// <summary>Solves the stage.</summary>
    /// <param name="incoming">One finite number a state variable.</param>
    /// <param name="noise">The noise of the stage.</param>
    /// <param name="cancellationToken">Stops the engine; the outcome then says so.</param>
    public StageOutcome Solve(ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
    {
        foreach (var row in _stage.ParametricRows) _shifts[row.Index] = 0;
        foreach (var term in _stage.Terms) _shifts[term.Row.Index] += term.Value(incoming, noise);
        foreach (var row in _stage.ParametricRows)
        {
            var (shift, sides) = (_shifts[row.Index], _stage.Model.Rows[row.Index]);
            _session.SetRowBounds(row, sides.Lower + shift, sides.Upper + shift);
        }

        var result = _session.Solve(cancellationToken);
        if (result is not { Termination: TerminationReason.Optimal, Primal: { } primal, Dual: { } dual })
            return new StageOutcome { Termination = result.Termination == TerminationReason.Optimal ? TerminationReason.Failed : result.Termination, Detail = result.Detail };
        var duals = new double[_stage.Outgoing.Length];
        foreach (var term in _stage.Terms)
            if (term.State is { } state) duals[state] += dual.DualValues[term.Row.Index] * term.Slope(noise);
        return new StageOutcome
        {
            Termination = TerminationReason.Optimal,
            Cost = primal.ObjectiveValue - (_costToGo is { } variable ? primal[variable] : 0),
            Objective = primal.ObjectiveValue,
            Outgoing = [.. _stage.Outgoing.Select(outgoing => primal[outgoing])],
            IncomingDuals = [.. duals],
            Values = primal.Values,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static (Model Model, VariableId? CostToGo) WithCostToGo(Model model, double bound)
    {
        var builder = new ModelBuilder(model.Name);
        foreach (var variable in model.Variables) builder.AddVariable(variable.Name, variable.Kind, variable.Lower, variable.Upper);
        var costToGo = builder.AddVariable("cost to go", VariableKind.Continuous, bound, null);
        foreach (var row in model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper, row.Name);
        builder.SetObjective(
            ObjectiveSense.Minimize,
            LinearExpression.Of(model.Objective.Expression.Terms.Append(new Term(costToGo, 1)), model.Objective.Expression.Constant));
        return (builder.Build(), costToGo);
    }
}
