namespace NlOpt.Policies.Problems;

/// <summary>
/// The linear program of a stage: its model, and where the stage has a successor a cost to go that cuts approximate from below. Made once,
/// opened often, in many threads.
/// </summary>
public sealed class StageProgram
{
    // Slopes this much smaller than the largest one are what rounding left of 0, and harm engines that scale rows by them.
    private const double RoundingShare = 1e-12;

    private readonly ImmutableArray<VariableId> _parts;

    /// <summary>A stage without cost to go, such as the last one.</summary>
    public StageProgram(StageModel stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        (Stage, Model, _parts) = (stage, stage.Model, []);
    }

    /// <summary>A stage with a cost to go.</summary>
    /// <param name="stage">The stage model.</param>
    /// <param name="costToGoLowerBound">A bound below all costs to go and all parts; finite.</param>
    /// <param name="parts">Number of parts that cuts may bound one by one; 0 for none.</param>
    /// <param name="cuts">Cuts to begin with.</param>
    public StageProgram(StageModel stage, double costToGoLowerBound, int parts = 0, params IEnumerable<Cut> cuts)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentOutOfRangeException.ThrowIfNegative(parts);
        Stage = stage;
        var builder = new ModelBuilder(stage.Model.Name);
        foreach (var variable in stage.Model.Variables) builder.AddVariable(variable.Name, variable.Kind, variable.Lower, variable.Upper);
        CostToGo = builder.AddVariable("cost to go", VariableKind.Continuous, costToGoLowerBound, null);
        _parts =
        [
            .. Enumerable.Range(1, parts).Select(part =>
                builder.AddVariable($"cost to go of outcome {part}", VariableKind.Continuous, costToGoLowerBound, null)),
        ];
        foreach (var row in stage.Model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper, row.Name);
        foreach (var cut in cuts) builder.AddRow(LeftSide(cut), cut.Intercept, null);
        var cost = stage.Model.Objective.Expression;
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of(cost.Terms.Append(new Term(CostToGo.Value, 1)), cost.Constant));
        Model = builder.Build();
    }

    /// <summary>The stage model.</summary>
    public StageModel Stage { get; }

    /// <summary>The program: variables and rows of the stage model come first.</summary>
    public Model Model { get; }

    /// <summary>The variable that holds the cost to go; null for a stage without.</summary>
    public VariableId? CostToGo { get; }

    /// <summary>Opens the program.</summary>
    /// <param name="solver">An engine with dual values and incremental changes.</param>
    /// <param name="options">How to solve; null for the defaults.</param>
    /// <returns>The session, or why the engine cannot take the stage.</returns>
    public Result<StageSession> Open(ISolver solver, SolveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(solver);
        var opened = solver.Open(Model, options);
        return opened.TryGetValue(out var session)
            ? Result.Success(new StageSession(this, session))
            : Result.Failure<StageSession>(opened.Diagnostics);
    }

    /// <summary>What a cut bounds from below by its intercept.</summary>
    internal LinearExpression LeftSide(Cut cut)
    {
        var terms = new List<Term>(cut.Slopes.Length + cut.PartWeights.Length + 1)
        {
            new(cut.Part is { } part ? _parts[part] : CostToGo ?? throw new InvalidOperationException("The stage has no cost to go."), 1),
        };
        var largest = cut.Slopes.IsEmpty ? 0 : cut.Slopes.Max(Math.Abs);
        for (var index = 0; index < cut.Slopes.Length; index++)
            if (Math.Abs(cut.Slopes[index]) > RoundingShare * largest) terms.Add(new Term(Stage.Outgoing[index], -cut.Slopes[index]));
        for (var index = 0; index < cut.PartWeights.Length; index++)
            if (cut.PartWeights[index] != 0) terms.Add(new Term(_parts[index], -cut.PartWeights[index]));
        return LinearExpression.Of(terms);
    }
}
