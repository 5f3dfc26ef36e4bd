using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Solvers.Tests.Solving;

/// <summary>What a warm solve claims wrongly, a fresh one may put right; what a fresh one claims stands.</summary>
public class WarmSolveTests
{
    private static readonly EngineAnswer AtOne = new(EngineStatus.Optimal) { Values = [1], DualValues = [1], DualBound = 1 };
    private static readonly EngineAnswer AtTwo = new(EngineStatus.Optimal) { Values = [2], DualValues = [1], DualBound = 2 };

    [Fact]
    public void Infeasibility_that_only_a_warm_solve_claims_is_put_right()
    {
        var (model, row) = AtLeast(1);
        using var session = ScriptedEngine.Open(model, AtOne, new EngineAnswer(EngineStatus.Infeasible), AtTwo);
        session.Solve().Termination.Should().Be(TerminationReason.Optimal);
        session.SetRowBounds(row, 2, null);
        var result = session.Solve();
        result.Termination.Should().Be(TerminationReason.Optimal);
        result.PrimalBound.Should().Be(2);
    }

    [Fact]
    public void Infeasibility_that_a_fresh_solve_confirms_stands()
    {
        var (model, row) = AtLeast(1);
        using var session = ScriptedEngine.Open(model, AtOne, new EngineAnswer(EngineStatus.Infeasible), new EngineAnswer(EngineStatus.Infeasible));
        session.Solve();
        session.SetRowBounds(row, 2, null);
        session.Solve().Termination.Should().Be(TerminationReason.Infeasible);
    }

    private static (Model Model, RowId Row) AtLeast(double least)
    {
        var builder = new ModelBuilder();
        var variable = builder.AddVariable("x");
        var expression = LinearExpression.Of([new Term(variable, 1)]);
        var row = builder.AddRow(expression, least, null);
        builder.SetObjective(ObjectiveSense.Minimize, expression);
        return (builder.Build(), row);
    }
}
