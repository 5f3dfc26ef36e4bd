using FluentAssertions;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Conformance.Solvers;

public abstract partial class SolverConformance
{
    [SkippableFact]
    public void Numbers_too_large_are_refused_before_the_engine_sees_them()
    {
        foreach (var draft in new[]
        {
            new ModelDraft().Variable(1e25, 0, 1, AnyKind),
            new ModelDraft().Variable(1, 0, 1e21, AnyKind),
            new ModelDraft().Variable(1, -1e300, 1, AnyKind),
            new ModelDraft().Variable(1, 0, 1, AnyKind).Row(null, 1e22, (0, 1)),
            new ModelDraft().Variable(1, 0, 1, AnyKind).Row(null, 1, (0, -1e20)),
            new ModelDraft { Constant = 1e30 }.Variable(1, 0, 1, AnyKind),
        })
        {
            var opened = Solver.Open(draft.Build());
            opened.IsSuccess.Should().BeFalse();
            opened.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("solve.number-too-large");
        }
    }

    [SkippableFact]
    public void Kinds_of_variables_the_engine_lacks_are_refused()
    {
        Skip.If(Solver.Capabilities is { ContinuousVariables: true, IntegerVariables: true }, $"{Solver.Name} takes all kinds of variables");
        var lacking = Solver.Capabilities.ContinuousVariables ? VariableKind.Integer : VariableKind.Continuous;
        Solver.Open(new ModelDraft().Variable(1, 0, 5, lacking).Build())
            .Diagnostics.Should().ContainSingle().Which.Code.Should().Be("solve.unsupported");
    }

    [SkippableFact]
    public void Caller_mistakes_are_refused_and_leave_the_session_as_it_was()
    {
        using var session = Open(new ModelDraft().Variable(2, 0, 9, AnyKind).Variable(1, 0, 9, AnyKind).Row(null, 12, (0, 1), (1, 1)).Maximize().Build());
        ShouldBeOptimal(session.Solve(), 21);
        var term = new Term(Id(0), 1);
        foreach (var mistake in new Action[]
        {
            () => session.SetVariableBounds(Id(2), 0, 1),
            () => session.SetVariableBounds(Id(-1), 0, 1),
            () => session.SetVariableBounds(Id(0), double.NaN, 1),
            () => session.SetVariableBounds(Id(0), 0, double.PositiveInfinity),
            () => session.SetVariableBounds(Id(0), 3, 2),
            () => session.SetVariableBounds(Id(0), 0, 1e25),
            () => session.SetRowBounds(new RowId(1), 0, 1),
            () => session.SetRowBounds(new RowId(-1), 0, 1),
            () => session.SetRowBounds(new RowId(0), null, double.NaN),
            () => session.SetRowBounds(new RowId(0), 8, 7),
            () => session.SetObjectiveCoefficient(Id(9), 1),
            () => session.SetObjectiveCoefficient(Id(0), double.NaN),
            () => session.SetObjectiveCoefficient(Id(0), double.NegativeInfinity),
            () => session.SetObjectiveCoefficient(Id(0), 1e26),
            () => session.AddRow(LinearExpression.Of([new Term(Id(7), 1)]), null, 1),
            () => session.AddRow(LinearExpression.Of([term]), 2, 1),
            () => session.AddRow(LinearExpression.Of([term]), double.NaN, null),
            () => session.AddRow(LinearExpression.Of([new Term(Id(0), 1e24)]), null, 1),
        })
        {
            mistake.Should().Throw<ArgumentException>();
        }

        ShouldBeOptimal(session.Solve(), 21);
    }

    [SkippableFact]
    public void Binary_variable_stays_within_0_and_1()
    {
        NeedsInteger();
        using var session = Open(new ModelDraft().Variable(1, 0, 1, VariableKind.Binary).Maximize().Build());
        session.SetVariableBounds(Id(0), -5, 5);
        ShouldBeOptimal(session.Solve(), 1);
        session.Invoking(one => one.SetVariableBounds(Id(0), 2, 3)).Should().Throw<ArgumentException>();
    }

    [SkippableFact]
    public void Disposed_session_says_so()
    {
        var session = Open(new ModelDraft().Variable(1, 0, 1, AnyKind).Build());
        session.Dispose();
        session.Dispose();
        session.Invoking(one => one.Solve()).Should().Throw<ObjectDisposedException>();
        session.Invoking(one => one.SetObjectiveCoefficient(Id(0), 1)).Should().Throw<ObjectDisposedException>();
        session.Invoking(one => one.AddRow(LinearExpression.Zero, null, 1)).Should().Throw<ObjectDisposedException>();
    }

    [SkippableFact]
    public void Missing_model_is_a_mistake_of_the_caller() => Solver.Invoking(solver => solver.Open(null!)).Should().Throw<ArgumentNullException>();
}
