using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Solving;

/// <summary>Which engine runs for which model (docs/decisions/0002-which-engine-for-what.md).</summary>
public sealed class AutomaticSolverTests
{
    [Theory]
    [InlineData(VariableKind.Continuous, false, "glop")]
    [InlineData(VariableKind.Integer, false, "scip")]
    [InlineData(VariableKind.Continuous, true, "scip")]
    [InlineData(VariableKind.Integer, true, "cp-sat")]
    public void Engine_follows_from_variables_and_indicators(VariableKind kind, bool hasIndicator, string engine) =>
        OrToolsSolvers.Automatic.Solve(Make(kind, hasIndicator, 1)).Value.Engine.Should().Be(engine);

    [Fact]
    public void Data_that_the_engine_for_logic_refuses_go_to_the_general_one()
    {
        var result = OrToolsSolvers.Automatic.Solve(Make(VariableKind.Integer, true, 1.0 / 3)).Value;
        result.Engine.Should().Be("scip");
        result.Termination.Should().Be(TerminationReason.Optimal);
    }

    [Fact]
    public void Engines_that_do_not_declare_what_is_needed_are_refused()
    {
        var mistake = () => new AutomaticSolver(OrToolsSolvers.Scip, OrToolsSolvers.Pdlp, OrToolsSolvers.Scip, OrToolsSolvers.CpSat);
        mistake.Should().Throw<ArgumentException>("scip gives no dual values").WithParameterName("linear");
    }

    [Fact]
    public void Missing_library_is_one_clear_sentence()
    {
        var missing = Diagnostic.Error("solve.engine-missing", "the engine is not there", remedy: "install it");
        var solver = new EngineSolver("absent", ScriptedEngine.Capabilities, _ => throw new DllNotFoundException(), () => missing);
        solver.Open(Make(VariableKind.Continuous, false, 1)).Diagnostics.Should().Equal(missing);
    }

    private static Model Make(VariableKind kind, bool hasIndicator, double coefficient)
    {
        var builder = new ModelBuilder();
        var x = builder.AddVariable("x", kind, 0, 9);
        builder.AddRow(LinearExpression.Of([new(x, coefficient)]), null, 5);
        if (hasIndicator) builder.AddIndicator(builder.AddVariable("b", VariableKind.Binary), true, LinearExpression.Of([new(x, 1)]), null, 4);
        builder.SetObjective(ObjectiveSense.Maximize, LinearExpression.Of([new(x, 1)]));
        return builder.Build();
    }
}
