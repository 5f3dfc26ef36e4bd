namespace NlOpt.Policies.Problems;

/// <summary>
/// One stage: a linear program to minimize, the variables that hold its outgoing state, and where the incoming state and the noise
/// enter its right-hand sides. A bound that moves is written as a row with one variable.
/// </summary>
public sealed class StageModel
{
    /// <summary>Makes a stage model.</summary>
    /// <param name="model">A linear program to minimize: the cost of the stage alone.</param>
    /// <param name="outgoing">One variable of the model a state variable, all different.</param>
    /// <param name="terms">How incoming state and noise move rows; in any order.</param>
    /// <param name="measures">One expression in variables of the model for each measure of the problem.</param>
    /// <exception cref="ArgumentException">The model is no minimization of a linear program, or something refers to what the model lacks.</exception>
    public StageModel(
        Model model, ImmutableArray<VariableId> outgoing, ImmutableArray<RightHandSideTerm> terms, ImmutableArray<LinearExpression> measures = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.IsLinearProgram || model.Objective.Sense != ObjectiveSense.Minimize)
            throw new ArgumentException("A stage is a linear program that minimizes its cost.", nameof(model));
        if (outgoing.Distinct().Count() != outgoing.Length || outgoing.Any(variable => !Holds(model, variable)))
            throw new ArgumentException("The outgoing state consists of different variables of the model.", nameof(outgoing));
        if (terms.Any(term => term.Row.Index < 0 || term.Row.Index >= model.Rows.Length))
            throw new ArgumentException("A term moves a row that the model lacks.", nameof(terms));
        if (terms.Any(term => !double.IsFinite(term.Coefficient) || term is { State: null, Noise: null } or { State: < 0 } or { Noise: < 0 }))
            throw new ArgumentException("A term has a finite coefficient and a state or a noise.", nameof(terms));
        Model = model;
        Outgoing = outgoing;
        Terms = terms;
        Measures = measures.IsDefault ? [] : measures;
        if (Measures.Any(measure => measure.Terms.Any(term => !Holds(model, term.Variable))))
            throw new ArgumentException("A measure uses a variable that the model lacks.", nameof(measures));
        ParametricRows = [.. terms.Select(term => term.Row.Index).Distinct().Order().Select(index => new RowId(index))];
    }

    /// <summary>The linear program; its rows stand as if incoming state and noise were 0.</summary>
    public Model Model { get; }

    /// <summary>The variables that hold the outgoing state, one a state variable of the problem.</summary>
    public ImmutableArray<VariableId> Outgoing { get; }

    /// <summary>How incoming state and noise move the rows.</summary>
    public ImmutableArray<RightHandSideTerm> Terms { get; }

    /// <summary>The measures of the problem as expressions in the variables of the stage; empty when the problem has none.</summary>
    public ImmutableArray<LinearExpression> Measures { get; }

    /// <summary>The rows that some term moves, each once, ascending.</summary>
    public ImmutableArray<RowId> ParametricRows { get; }

    private static bool Holds(Model model, VariableId variable) => variable.Index >= 0 && variable.Index < model.Variables.Length;
}
