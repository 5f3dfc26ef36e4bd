using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Conformance.Solvers;

public abstract partial class SolverConformance
{
    [SkippableFact]
    public void Session_follows_each_kind_of_change()
    {
        using var session = Open(new ModelDraft().Variable(3, 0, 8, AnyKind).Variable(2, 0, 8, AnyKind).Row(null, 10, (0, 1), (1, 1)).Maximize().Build());
        ShouldBeOptimal(session.Solve(), 28);
        session.SetVariableBounds(Id(0), 0, 4);
        ShouldBeOptimal(session.Solve(), 24);
        session.SetRowBounds(new RowId(0), null, 7);
        ShouldBeOptimal(session.Solve(), 18);
        session.SetObjectiveCoefficient(Id(1), 5);
        ShouldBeOptimal(session.Solve(), 35);
        session.AddRow(LinearExpression.Of([new Term(Id(1), 1)], 1), null, 4).Should().Be(new RowId(1));
        ShouldBeOptimal(session.Solve(), 27);
        session.SetRowBounds(new RowId(1), 5, null);
        ShouldBeOptimal(session.Solve(), 35);
        session.SetVariableBounds(Id(1), 0, 3);
        session.Solve().Termination.Should().Be(TerminationReason.Infeasible);
        session.SetVariableBounds(Id(1), 0, 6);
        ShouldBeOptimal(session.Solve(), 33);
    }

    [SkippableFact]
    public void Session_solved_twice_without_a_change_says_the_same()
    {
        using var session = Open(new ModelDraft().Variable(3, 0, 8, AnyKind).Variable(2, 0, 8, AnyKind).Row(null, 10, (0, 1), (1, 1)).Maximize().Build());
        ShouldBeOptimal(session.Solve(), 28);
        ShouldBeOptimal(session.Solve(), 28);
    }

    [SkippableFact]
    public void Changes_before_the_first_solve_count()
    {
        using var session = Open(new ModelDraft().Variable(1, 0, 8, AnyKind).Maximize().Build());
        session.AddRow(LinearExpression.Of([new Term(Id(0), 2)]), null, 10);
        session.SetRowBounds(new RowId(0), null, 6);
        ShouldBeOptimal(session.Solve(), 3);
    }

    [SkippableFact]
    public void Session_goes_from_unbounded_to_optimal_and_back()
    {
        NeedsUnboundedDomains();
        using var session = Open(new ModelDraft().Variable(1, kind: AnyKind).Variable(1, 0, 3, AnyKind).Row(null, 9, (1, 2)).Maximize().Build());
        session.Solve().Termination.Should().Be(TerminationReason.Unbounded);
        session.SetVariableBounds(Id(0), 0, 4);
        ShouldBeOptimal(session.Solve(), 7);
        session.SetVariableBounds(Id(0), 0, null);
        session.Solve().Termination.Should().Be(TerminationReason.Unbounded);
    }

    [SkippableFact]
    public void Changed_linear_programs_agree_with_fresh_ones()
    {
        NeedsContinuous();
        for (var seed = 0; seed < 40; seed++) ShouldAgreeAfterChanges(Generator.SmallLinear(seed), seed);
    }

    [SkippableFact]
    public void Changed_integer_programs_agree_with_fresh_ones()
    {
        NeedsInteger();
        for (var seed = 100; seed < 140; seed++) ShouldAgreeAfterChanges(Generator.SmallInteger(seed), seed);
    }

    [SkippableFact]
    public void Indicators_hold_for_either_value()
    {
        NeedsInteger();
        ModelDraft Draft(bool active) => new ModelDraft().Maximize().Variable(active ? 5 : -5, kind: VariableKind.Binary)
            .Variable(3, 0, 10, VariableKind.Integer).Indicator(0, active, null, 4, (1, 1)).Indicator(0, !active, 2, 9, (1, 1));
        SolveToOptimum(Draft(true), 27);
        SolveToOptimum(Draft(false), 22);
    }

    [SkippableFact]
    public void Indicators_follow_changed_bounds()
    {
        NeedsInteger();
        using var session = Open(new ModelDraft().Maximize().Variable(0, kind: VariableKind.Binary).Variable(1, 0, 10, VariableKind.Integer)
            .Indicator(0, true, null, 4, (1, 1)).Build());
        ShouldBeOptimal(session.Solve(), 10);
        session.SetVariableBounds(Id(1), 0, 500);
        ShouldBeOptimal(session.Solve(), 500);
        session.SetVariableBounds(Id(0), 1, 1);
        ShouldBeOptimal(session.Solve(), 4);
        session.AddRow(LinearExpression.Of([new Term(Id(1), 1)]), null, 3);
        ShouldBeOptimal(session.Solve(), 3);
    }

    [SkippableFact]
    public void Indicators_that_no_bound_can_rewrite_are_refused()
    {
        NeedsInteger();
        NeedsUnboundedDomains();
        Skip.If(Solver.Capabilities.NativeIndicators, $"{Solver.Name} takes indicators as they are");
        var draft = new ModelDraft().Variable(0, kind: VariableKind.Binary).Variable(1, kind: VariableKind.Integer).Indicator(0, true, null, 4, (1, 1));
        Solver.Open(draft.Build()).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("solve.indicator-unbounded");
        draft.Row(null, 100, (1, 3));
        SolveToOptimum(draft.Maximize(), 33);
    }

    private void ShouldAgreeAfterChanges(ModelDraft draft, int seed)
    {
        var random = new Random(seed);
        using var session = Open(draft.Build());
        for (var round = 0; round < 6; round++)
        {
            var fresh = Solve(draft);
            var again = session.Solve();
            again.Termination.Should().Be(fresh.Termination, "seed {0}, round {1}: {2}", seed, round, again.Detail ?? fresh.Detail);
            if (fresh.PrimalBound is { } value) again.PrimalBound.Should().BeApproximately(value, Tolerance * Math.Max(1, Math.Abs(value)), "seed {0}, round {1}", seed, round);
            Change(draft, session, random);
        }
    }

    private static void Change(ModelDraft draft, ISolverSession session, Random random)
    {
        var (column, line) = (random.Next(draft.Columns.Count), random.Next(draft.Lines.Count));
        switch (random.Next(4))
        {
            case 0:
                var lower = random.Next(-2, 1);
                (draft.Columns[column].Lower, draft.Columns[column].Upper) = (lower, lower + random.Next(1, 4));
                if (draft.Columns[column].Kind == VariableKind.Binary) (draft.Columns[column].Lower, draft.Columns[column].Upper) = (0, random.Next(2));
                session.SetVariableBounds(Id(column), draft.Columns[column].Lower, draft.Columns[column].Upper);
                break;
            case 1:
                var side = random.Next(-5, 12);
                (draft.Lines[line].Lower, draft.Lines[line].Upper) = random.Next(2) == 0 ? ((double?)null, (double?)side) : (side - 9, side);
                session.SetRowBounds(new RowId(line), draft.Lines[line].Lower, draft.Lines[line].Upper);
                break;
            case 2:
                draft.Columns[column].Cost = random.Next(-9, 10);
                session.SetObjectiveCoefficient(Id(column), draft.Columns[column].Cost);
                break;
            default:
                draft.Row(null, random.Next(2, 15), (column, random.Next(1, 4)), ((column + 1) % draft.Columns.Count, random.Next(-2, 4)));
                session.AddRow(draft.Lines[^1].Expression, draft.Lines[^1].Lower, draft.Lines[^1].Upper);
                break;
        }
    }
}
