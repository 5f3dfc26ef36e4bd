using System.Collections.Immutable;
using NlOpt.Modeling;
using NlOpt.Policies.Problems;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>A stage model written down in few words.</summary>
internal sealed class StageSketch
{
    private readonly ModelBuilder _builder = new();
    private readonly List<Term> _costs = [];
    private readonly List<RightHandSideTerm> _terms = [];

    public VariableId Variable(string name, double cost = 0, double? lower = 0, double? upper = null)
    {
        var variable = _builder.AddVariable(name, VariableKind.Continuous, lower, upper);
        if (cost != 0) _costs.Add(new Term(variable, cost));
        return variable;
    }

    public RowId Row(double? lower, double? upper, params (double Coefficient, VariableId Variable)[] terms) =>
        _builder.AddRow(LinearExpression.Of(terms.Select(term => new Term(term.Variable, term.Coefficient))), lower, upper);

    public void Incoming(RowId row, int state, double coefficient = 1, int? noise = null) =>
        _terms.Add(new RightHandSideTerm(row, coefficient, state, noise));

    public void Noise(RowId row, int noise, double coefficient = 1) => _terms.Add(new RightHandSideTerm(row, coefficient, null, noise));

    public StageModel Finish(params ImmutableArray<VariableId> outgoing)
    {
        _builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of(_costs));
        return new StageModel(_builder.Build(), outgoing, [.. _terms]);
    }
}
