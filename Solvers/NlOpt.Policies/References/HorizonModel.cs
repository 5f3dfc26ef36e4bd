namespace NlOpt.Policies.References;

/// <summary>
/// Several stages as one linear program: copies of the stage models, coupled by the outgoing variables of each node, which stand in the
/// rows of its successors. A path gives perfect foresight over a window, a scenario tree the deterministic equivalent.
/// </summary>
public sealed class HorizonModel
{
    private readonly MultistageProblem _problem;
    private readonly ImmutableArray<int> _firstVariable;
    private readonly ImmutableArray<int> _firstRow;

    private HorizonModel(MultistageProblem problem, ImmutableArray<HorizonNode> nodes, ReadOnlySpan<double> incoming)
    {
        (_problem, Nodes) = (problem, nodes);
        _firstVariable = Starts(stage => stage.Model.Variables.Length);
        _firstRow = Starts(stage => stage.Model.Rows.Length);
        HasFixedMatrix = nodes.All(
            node => node.Parent is null || problem.StageAt(node.Stage).Terms.All(term => term.State is null || term.Noise is null));
        Model = Build(incoming);
    }

    /// <summary>The stages, predecessors first.</summary>
    public ImmutableArray<HorizonNode> Nodes { get; }

    /// <summary>The program: minimizes the weighted costs of all nodes. Variables and rows of node n are named <c>name [n]</c>.</summary>
    public Model Model { get; }

    /// <summary>Couples stages along a path.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="firstStage">In [0, stage count).</param>
    /// <param name="incoming">The state the first stage starts from, one number a state variable.</param>
    /// <param name="noises">One noise a stage, at least one; no more than stages are left.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static HorizonModel OfPath(
        MultistageProblem problem, int firstStage, ReadOnlySpan<double> incoming, IReadOnlyList<ImmutableArray<double>> noises)
    {
        ArgumentNullException.ThrowIfNull(noises);
        return Of(problem, incoming, [.. noises.Select((noise, step) => new HorizonNode(firstStage + step, step == 0 ? null : step - 1, noise))]);
    }

    /// <summary>Couples stages in any way.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="incoming">The state that nodes without parent start from, one number a state variable.</param>
    /// <param name="nodes">At least one; parents stand before their children and belong to the stage before.</param>
    /// <exception cref="ArgumentException">The above does not hold, or a noise has the wrong length.</exception>
    public static HorizonModel Of(MultistageProblem problem, ReadOnlySpan<double> incoming, ImmutableArray<HorizonNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (nodes.IsDefaultOrEmpty) throw new ArgumentException("A horizon has at least one node.", nameof(nodes));
        if (incoming.Length != problem.State.Length)
            throw new ArgumentException("The incoming state has one number a state variable.", nameof(incoming));
        for (var index = 0; index < nodes.Length; index++)
        {
            var node = nodes[index];
            if (node.Stage < 0 || node.Stage >= problem.StageCount)
                throw new ArgumentException($"Node {index} has no stage of the problem.", nameof(nodes));
            if (node.Parent is { } parent && (parent < 0 || parent >= index || nodes[parent].Stage != node.Stage - 1))
                throw new ArgumentException($"The parent of node {index} is not an earlier node of the stage before.", nameof(nodes));
            if (node.Noise.Length != problem.NoiseAt(node.Stage).Dimension)
                throw new ArgumentException($"The noise of node {index} has a wrong length.", nameof(nodes));
            if (!double.IsFinite(node.Weight) || node.Weight < 0)
                throw new ArgumentException($"The weight of node {index} is negative or not finite.", nameof(nodes));
        }

        return new HorizonModel(problem, nodes, incoming);
    }

    /// <summary>The copy of a variable of the stage model.</summary>
    public VariableId Variable(int node, VariableId variable) => new(_firstVariable[node] + variable.Index);

    /// <summary>The copy of a row of the stage model. The outgoing variables of the parent stand on its left-hand side.</summary>
    public RowId Row(int node, RowId row) => new(_firstRow[node] + row.Index);

    /// <summary>The variable that holds a component of the outgoing state of a node.</summary>
    public VariableId Outgoing(int node, int state) => Variable(node, _problem.StageAt(Nodes[node].Stage).Outgoing[state]);

    /// <summary>The cost of a node, not weighted.</summary>
    public LinearExpression Cost(int node) => Copy(node, StageOf(node).Model.Objective.Expression);

    /// <summary>The values of the variables of a node, as its stage model numbers them.</summary>
    /// <param name="node">Which node.</param>
    /// <param name="values">One value a variable of <see cref="Model"/>.</param>
    public ImmutableArray<double> StageValues(int node, ImmutableArray<double> values) =>
        values.Slice(_firstVariable[node], StageOf(node).Model.Variables.Length);

    /// <summary>
    /// True when other noises only move right-hand sides; false when some noise multiplies a state, and so stands in the matrix below the
    /// first nodes.
    /// </summary>
    public bool HasFixedMatrix { get; }

    /// <summary>Moves the rows of an open session to another incoming state and other noises, instead of building anew.</summary>
    /// <param name="session">A session on <see cref="Model"/>, or on a model that starts with its variables and rows.</param>
    /// <param name="incoming">One number a state variable.</param>
    /// <param name="noises">One noise a node.</param>
    /// <exception cref="InvalidOperationException"><see cref="HasFixedMatrix"/> is false.</exception>
    public void Move(ISolverSession session, ReadOnlySpan<double> incoming, IReadOnlyList<ImmutableArray<double>> noises)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(noises);
        if (!HasFixedMatrix) throw new InvalidOperationException("A noise multiplies a state, so other noises need another matrix.");
        for (var node = 0; node < Nodes.Length; node++)
        {
            var stage = StageOf(node);
            var shifts = Shifts(node, incoming, noises[node].AsSpan());
            foreach (var row in stage.ParametricRows)
            {
                var (sides, shift) = (stage.Model.Rows[row.Index], shifts[row.Index]);
                session.SetRowBounds(Row(node, row), sides.Lower + shift, sides.Upper + shift);
            }
        }
    }

    private StageModel StageOf(int node) => _problem.StageAt(Nodes[node].Stage);

    private ImmutableArray<int> Starts(Func<StageModel, int> size)
    {
        var starts = new int[Nodes.Length];
        for (var node = 1; node < starts.Length; node++) starts[node] = starts[node - 1] + size(StageOf(node - 1));
        return [.. starts];
    }

    private LinearExpression Copy(int node, LinearExpression expression) =>
        LinearExpression.Of(expression.Terms.Select(term => new Term(Variable(node, term.Variable), term.Coefficient)), expression.Constant);

    /// <summary>What moves the right-hand sides of a node, by row of the stage model: all but the state of the parent.</summary>
    private double[] Shifts(int node, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise)
    {
        var shifts = new double[StageOf(node).Model.Rows.Length];
        foreach (var term in StageOf(node).Terms)
            if (term.State is null || Nodes[node].Parent is null) shifts[term.Row.Index] += term.Value(incoming, noise);
        return shifts;
    }

    private Model Build(ReadOnlySpan<double> incoming)
    {
        var builder = new ModelBuilder(_problem.Name);
        for (var node = 0; node < Nodes.Length; node++)
            foreach (var variable in StageOf(node).Model.Variables)
                builder.AddVariable($"{variable.Name} [{node}]", variable.Kind, variable.Lower, variable.Upper);
        for (var node = 0; node < Nodes.Length; node++) AddRows(builder, node, incoming);
        builder.SetObjective(ObjectiveSense.Minimize, WeightedCost());
        return builder.Build();
    }

    private void AddRows(ModelBuilder builder, int node, ReadOnlySpan<double> incoming)
    {
        var (stage, noise) = (StageOf(node), Nodes[node].Noise);
        var shifts = Shifts(node, incoming, noise.AsSpan());
        var couplings = Nodes[node].Parent is { } parent
            ? stage.Terms.Where(term => term.State is not null)
                .ToLookup(term => term.Row, term => new Term(Outgoing(parent, term.State!.Value), -term.Slope(noise.AsSpan())))
            : Enumerable.Empty<RightHandSideTerm>().ToLookup(term => term.Row, _ => default(Term));
        foreach (var row in stage.Model.Rows)
        {
            var expression = LinearExpression.Of(Copy(node, row.Expression).Terms.Concat(couplings[row.Id]));
            var shift = shifts[row.Id.Index];
            builder.AddRow(expression, row.Lower + shift, row.Upper + shift, row.Name is { } name ? $"{name} [{node}]" : null);
        }
    }

    private LinearExpression WeightedCost()
    {
        var (terms, constant) = (new List<Term>(), 0.0);
        for (var node = 0; node < Nodes.Length; node++)
        {
            var (cost, weight) = (Cost(node), Nodes[node].Weight);
            terms.AddRange(cost.Terms.Select(term => term with { Coefficient = weight * term.Coefficient }));
            constant += weight * cost.Constant;
        }

        return LinearExpression.Of(terms, constant);
    }
}
