using System.Globalization;

namespace NlOpt.Policies.Targets;

/// <summary>
/// A stage whose outgoing state is given as a target. The outgoing variables leave the program; what they, the incoming state and the noise
/// do to the rows becomes one vector p, so that <c>cost = target cost + f(p)</c> with f convex and piecewise linear, and the dual values of
/// the moved rows are its gradient. For water balances p is the net release of each reservoir. (TS-DDR, strict targets.)
/// </summary>
public sealed class TargetStage
{
    // Targets at a bound may miss it by the rounding of their map.
    private const double Slack = 1e-6;

    private readonly ImmutableArray<RightHandSideTerm> _terms;
    private readonly ImmutableArray<(int Parameter, int State, double Coefficient)> _targetTerms;
    private readonly ImmutableArray<double> _targetCosts;
    private readonly ImmutableArray<int> _keptVariables;
    private readonly double _constant;

    /// <summary>Reduces a stage model.</summary>
    public TargetStage(StageModel stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        Stage = stage;
        var stateOf = stage.Outgoing.Select((variable, state) => (variable, state)).ToDictionary(pair => pair.variable, pair => pair.state);
        ParametricRows =
        [
            .. stage.Model.Rows.Where(row => row.Expression.Terms.Any(term => stateOf.ContainsKey(term.Variable))).Select(row => row.Id)
                .Union(stage.ParametricRows).OrderBy(row => row.Index),
        ];
        var parameterOf = ParametricRows.Select((row, parameter) => (row, parameter)).ToDictionary(pair => pair.row, pair => pair.parameter);
        _terms = [.. stage.Terms.Select(term => term with { Row = new RowId(parameterOf[term.Row]) })];
        _targetTerms =
        [
            .. from row in ParametricRows
               from term in stage.Model.Rows[row.Index].Expression.Terms
               where stateOf.ContainsKey(term.Variable)
               select (parameterOf[row], stateOf[term.Variable], term.Coefficient),
        ];
        var costs = new double[stage.Outgoing.Length];
        foreach (var term in stage.Model.Objective.Expression.Terms)
            if (stateOf.TryGetValue(term.Variable, out var state)) costs[state] = term.Coefficient;
        _targetCosts = [.. costs];
        _constant = stage.Model.Objective.Expression.Constant;
        _keptVariables = [.. stage.Model.Variables.Where(variable => !stateOf.ContainsKey(variable.Id)).Select(variable => variable.Id.Index)];
        Reduced = Reduce();
    }

    /// <summary>The stage this comes from.</summary>
    public StageModel Stage { get; }

    /// <summary>The rows that incoming state, noise or target move, ascending; p has one entry each. The same ids in both programs.</summary>
    public ImmutableArray<RowId> ParametricRows { get; }

    /// <summary>The program without outgoing variables, at p = 0 and without the cost of the target itself.</summary>
    public Model Reduced { get; }

    /// <summary>Computes p.</summary>
    /// <param name="incoming">Incoming state.</param>
    /// <param name="noise">Noise of the stage.</param>
    /// <param name="target">Outgoing state.</param>
    /// <param name="parameters">Takes p, one number a parametric row.</param>
    public void Parameters(ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> target, Span<double> parameters)
    {
        parameters.Clear();
        foreach (var term in _terms) parameters[term.Row.Index] += term.Value(incoming, noise);
        foreach (var (parameter, state, coefficient) in _targetTerms) parameters[parameter] -= coefficient * target[state];
    }

    /// <summary>
    /// What is wrong with a target, since the reduced program does not know the bounds of the variables it lacks: a number that is none, or one
    /// beyond them (by more than 1e-6 relative). Null when nothing is.
    /// </summary>
    public string? FaultOf(ReadOnlySpan<double> target)
    {
        for (var state = 0; state < target.Length; state++)
        {
            var (variable, value) = (Stage.Model.Variables[Stage.Outgoing[state].Index], target[state]);
            var slack = Slack * Math.Max(1, Math.Abs(value));
            if (!double.IsFinite(value) || value < variable.Lower - slack || value > variable.Upper + slack)
                return string.Create(CultureInfo.InvariantCulture, $"The target {value} of '{variable.Name}' lies beyond its bounds.");
        }

        return null;
    }

    /// <summary>The cost that the target has by itself, whatever is done in the stage; the constant of the objective included.</summary>
    public double TargetCost(ReadOnlySpan<double> target)
    {
        var cost = _constant;
        for (var state = 0; state < target.Length; state++) cost += _targetCosts[state] * target[state];
        return cost;
    }

    /// <summary>Turns the gradient of f at p into that of the stage cost by incoming state and target (envelope theorem).</summary>
    /// <param name="noise">Noise of the stage.</param>
    /// <param name="gradient">d f / d p: the dual values of the parametric rows.</param>
    /// <param name="incomingGradient">d cost / d incoming is added to it.</param>
    /// <param name="targetGradient">d cost / d target is added to it.</param>
    public void PullBack(ReadOnlySpan<double> noise, ReadOnlySpan<double> gradient, Span<double> incomingGradient, Span<double> targetGradient)
    {
        foreach (var term in _terms)
            if (term.State is { } state) incomingGradient[state] += term.Slope(noise) * gradient[term.Row.Index];
        foreach (var (parameter, state, coefficient) in _targetTerms) targetGradient[state] -= coefficient * gradient[parameter];
        for (var state = 0; state < targetGradient.Length; state++) targetGradient[state] += _targetCosts[state];
    }

    /// <summary>The values of all variables of the stage model: those of the reduced program and the target.</summary>
    public double[] Restore(ImmutableArray<double> reducedValues, ReadOnlySpan<double> target)
    {
        var values = new double[Stage.Model.Variables.Length];
        for (var index = 0; index < _keptVariables.Length; index++) values[_keptVariables[index]] = reducedValues[index];
        for (var state = 0; state < target.Length; state++) values[Stage.Outgoing[state].Index] = target[state];
        return values;
    }

    private Model Reduce()
    {
        var builder = new ModelBuilder(Stage.Model.Name);
        var kept = new Dictionary<VariableId, VariableId>();
        foreach (var index in _keptVariables)
        {
            var variable = Stage.Model.Variables[index];
            kept[variable.Id] = builder.AddVariable(variable.Name, variable.Kind, variable.Lower, variable.Upper);
        }

        LinearExpression Keep(LinearExpression expression) => LinearExpression.Of(
            expression.Terms.Where(term => kept.ContainsKey(term.Variable)).Select(term => new Term(kept[term.Variable], term.Coefficient)));
        foreach (var row in Stage.Model.Rows) builder.AddRow(Keep(row.Expression), row.Lower, row.Upper, row.Name);
        builder.SetObjective(ObjectiveSense.Minimize, Keep(Stage.Model.Objective.Expression));
        return builder.Build();
    }
}
