using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Penalized;

/// <summary>
/// A problem whose stages may miss their target at a price: the target joins the noise, and each stage gets rows
/// <c>outgoing + under - over = target</c> whose duals are the target duals (the paper's lambda). A squared penalty is a variable that
/// tangents bound from below.
/// </summary>
internal sealed class PenalizedProblem
{
    private readonly MultistageProblem _problem;
    private readonly ImmutableArray<int> _variables; // by kind of stage: variables of the stage model itself
    private readonly ImmutableArray<int> _rows;      // the same for rows

    public PenalizedProblem(MultistageProblem problem, TargetPenalty penalty)
    {
        (_problem, Penalty) = (problem, penalty);
        _variables = [.. problem.Stages.Select(stage => stage.Model.Variables.Length)];
        _rows = [.. problem.Stages.Select(stage => stage.Model.Rows.Length)];
        Extended = new MultistageProblem(
            problem.Name, problem.State, [.. problem.Stages.Select(Extend)], [.. problem.Noises.Select(Widen)], problem.StageCount);
    }

    /// <summary>The problem with targets in the noise: first the noise, then one target a state variable.</summary>
    public MultistageProblem Extended { get; }

    /// <summary>The penalty that is in the objective.</summary>
    public TargetPenalty Penalty { get; }

    private int States => _problem.State.Length;

    /// <summary>The row of a target in the extended stage.</summary>
    public RowId TargetRow(int stage, int state) => new(_rows[Kind(stage)] + state);

    /// <summary>By how much a target may be missed from below, as a variable of the extended stage.</summary>
    public VariableId Under(int stage, int state) => new(_variables[Kind(stage)] + state);

    /// <summary>The same from above.</summary>
    public VariableId Over(int stage, int state) => new(_variables[Kind(stage)] + States + state);

    /// <summary>The square of the difference; only with a squared penalty.</summary>
    public VariableId Square(int stage, int state) => new(_variables[Kind(stage)] + 2 * States + state);

    private int Kind(int stage) => stage % _problem.Stages.Length;

    private StageModel Extend(StageModel stage)
    {
        var builder = new ModelBuilder(stage.Model.Name);
        foreach (var variable in stage.Model.Variables) builder.AddVariable(variable.Name, variable.Kind, variable.Lower, variable.Upper);
        var under = Add(builder, "under target");
        var over = Add(builder, "over target");
        ImmutableArray<VariableId> squares = Penalty.Squared > 0 ? Add(builder, "squared difference") : [];
        foreach (var row in stage.Model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper, row.Name);
        var terms = stage.Terms.ToBuilder();
        for (var state = 0; state < States; state++)
        {
            var row = builder.AddRow(LinearExpression.Of([new(stage.Outgoing[state], 1), new(under[state], 1), new(over[state], -1)]), 0, 0);
            terms.Add(new RightHandSideTerm(row, 1, null, _problem.Noises[0].Dimension + state));
        }

        var objective = stage.Model.Objective.Expression;
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of(
            [
                .. objective.Terms,
                .. under.Concat(over).Select(variable => new Term(variable, Penalty.Absolute)),
                .. squares.Select(variable => new Term(variable, Penalty.Squared)),
            ],
            objective.Constant));
        return new StageModel(builder.Build(), stage.Outgoing, terms.ToImmutable(), stage.Measures);
    }

    private ImmutableArray<VariableId> Add(ModelBuilder builder, string what) =>
        [.. _problem.State.Select(state => builder.AddVariable($"{state.Name} {what}"))];

    /// <summary>Noises of the right length; what stands in them plays no part, since every path brings its own.</summary>
    private NoiseDistribution Widen(NoiseDistribution noise) => NoiseDistribution.Of(
        [.. Enumerable.Range(0, noise.Count).Select(outcome => (double[])[.. noise.Outcome(outcome), .. new double[States]])], noise.Probabilities);
}
