using FluentAssertions;
using NlOpt.Formulation;
using NlOpt.Pipeline.Diagnosis;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;
using static NlOpt.Pipeline.Tests.Workshop;

namespace NlOpt.Pipeline.Tests.Diagnosis;

public class ConflictTests
{
    private static ConflictReport Report(DiagnosisOptions options, params Statement[] statements) =>
        new ReasonFinder(OrToolsSolvers.Automatic, options).WhyNoPlan(Problem(Profit, [.. statements])).Value;

    private static IEnumerable<int> Find(params Statement[] statements) => Report(new(), statements).Conflicts.SelectMany(conflict => conflict.Statements);

    [Fact]
    public void Two_bounds_that_contradict_each_other_are_named_rather_than_a_total() =>
        Find(Hours(60), AtLeast(Chairs, 50), AtMost(Chairs, 10)).Should().Equal(1, 2);

    [Fact]
    public void A_rule_that_was_said_early_is_preferred_among_alike() =>
        Report(new(), AtLeast(Chairs, 50), AtMost(Chairs, 10), AtMost(Chairs, 20)).Conflicts[0].Statements.Should().Equal(0, 1);

    [Fact]
    public void A_total_is_named_where_no_narrower_rules_contradict_each_other() =>
        Find(Hours(60), AtLeast(Chairs, 50), AtMost(Tables, 10)).Should().Equal(0, 1);

    [Fact]
    public void Rules_that_can_be_met_have_no_conflict()
    {
        var report = Report(new(), Hours(60), AtMost(Chairs, 10));
        report.Conflicts.Should().BeEmpty();
        report.IsComplete.Should().BeTrue();
    }

    [Fact]
    public void Each_member_gets_its_smallest_repair_in_words()
    {
        var conflict = Report(new(), Hours(40), AtLeast(Chairs, 10), AtLeast(Tables, 4)).Conflicts.Should().ContainSingle().Subject;
        conflict.Repairs.Select(repair => (repair.StatementIndex, repair.Text)).Should().BeEquivalentTo(
            [(0, "50 hours instead of 40 would fit"), (1, "6 chairs instead of 10 would fit"), (2, "2 tables instead of 4 would fit")]);
        conflict.Text.Should().Be(
            "Rule 1 (chairs at 3 hours each and tables at 5 hours each: at most 40 hours in all) conflicts with rule 2 (at least 10 chairs) "
            + "and rule 3 (at least 4 tables); 50 hours instead of 40 would fit.");
    }

    [Fact]
    public void Turns_of_a_dialogue_are_named()
    {
        var problem = Problem(Profit, AtMost(Chairs, 10) with { Evidence = [new(0, 2, 0)] }, AtLeast(Chairs, 11) with { Evidence = [new(0, 3, 2)] }) with
        {
            Source = new(["at most ten", "and now?", "at least eleven"]),
            Variables = [.. Problem(Profit).Variables.Select(variable => variable with { Mentions = [] })],
        };
        new ReasonFinder(OrToolsSolvers.Automatic).WhyNoPlan(problem).Value.Conflicts[0].Text.Should()
            .Be("Turn 3 (at least 11 chairs) conflicts with turn 1 (at most 10 chairs); 10 chairs instead of 11 would fit.");
    }

    [Fact]
    public void Musts_are_never_suggested_for_repair()
    {
        var report = Report(new() { Musts = [0, 1] }, Hours(40), AtLeast(Chairs, 10), AtLeast(Tables, 4));
        report.Conflicts[0].Repairs.Should().ContainSingle().Which.StatementIndex.Should().Be(2);
        report.Conflicts[0].Members[0].Should().Be(new ConflictMember.OfStatement(0, IsMust: true));
    }

    [Fact]
    public void Musts_that_contradict_each_other_are_said_to_do_so()
    {
        var conflict = Report(new() { Musts = [1, 2] }, Hours(40), AtLeast(Chairs, 10), AtMost(Chairs, 4), AtLeast(Tables, 40)).Conflicts.Should().ContainSingle().Subject;
        conflict.IsAmongMusts.Should().BeTrue();
        conflict.Statements.Should().Equal(1, 2);
        conflict.Repairs.Should().BeEmpty();
        conflict.Text.Should().Contain("must stay as they are");
    }

    [Fact]
    public void Conflicts_that_share_a_must_are_both_found()
    {
        var report = Report(new() { Musts = [0] }, Hours(40), AtLeast(Chairs, 20), AtLeast(Tables, 20));
        report.Conflicts.Select(conflict => string.Join(' ', conflict.Statements)).Should().BeEquivalentTo(["0 1", "0 2"]);
        report.IsComplete.Should().BeTrue();
        report.Together.Should().HaveCountGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void Where_no_single_change_is_enough_several_are_named()
    {
        // Each two of the three contradict each other, so that whichever one moves, the other two still do.
        Statement Exactly(double number) => new Statement.SingleVariable(Chairs, new Limit.Exactly(N(number)));
        var report = Report(new(), Exactly(5), Exactly(8), Exactly(12));
        report.Conflicts.Should().ContainSingle().Which.Repairs.Should().BeEmpty();
        report.Together.Should().HaveCount(2);
    }

    [Fact]
    public void Wholeness_is_a_member_where_it_matters()
    {
        Statement range = new Statement.SingleVariable(Chairs, new Limit.Between(N(2.2), N(2.8)));
        var conflict = Report(new(), range, Hours(60)).Conflicts.Should().ContainSingle().Subject;
        conflict.Members.Should().Equal(new ConflictMember.OfStatement(0, false), new ConflictMember.Wholeness(Chairs));
        conflict.Text.Should().Contain("whole pieces");
        Report(new() { Kinds = AmountKinds.AllContinuous }, range, Hours(60)).Conflicts.Should().BeEmpty();
    }

    [Fact]
    public void A_rule_is_not_blamed_for_a_bound_that_another_rule_proved()
    {
        // The link of chairs would hold "at most 10" as its constant, and so stand in for that rule when it is taken away.
        var conflict = Report(
            new(), AtMost(Chairs, 10), AtLeast(Chairs, 50), Statement.Implication.Of(new(Chairs), new(Tables)), AtMost(Tables, 100)).Conflicts.Should().ContainSingle().Subject;
        conflict.Statements.Should().Equal(0, 1);
        conflict.Members.OfType<ConflictMember.DoneOrNot>().Should().BeEmpty();
    }

    [Fact]
    public void Shares_and_factors_are_repaired_to_what_is_possible()
    {
        var share = Report(
            new(), new Statement.Proportion([Chairs], [Chairs, Tables], new Limit.AtLeast(N(0.5))), AtMost(Chairs, 10), AtLeast(Tables, 30)).Conflicts[0];
        share.Repairs.Should().Contain(repair => repair.StatementIndex == 0 && repair.To == 0.25);
        var factor = Report(new(), new Statement.Comparison(Chairs, ComparisonOperator.AtLeast, N(2), Tables), AtMost(Chairs, 10), AtLeast(Tables, 8)).Conflicts[0];
        factor.Repairs.Should().Contain(repair => repair.StatementIndex == 0 && repair.To == 1.25);
    }

    [Fact]
    public void A_solve_that_was_stopped_never_counts_as_a_conflict()
    {
        var problem = Problem(Profit, Hours(40), AtLeast(Chairs, 10), AtLeast(Tables, 4));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var stopped = new ReasonFinder(OrToolsSolvers.Automatic).WhyNoPlan(problem, cancelled.Token).Value;
        stopped.Conflicts.Should().BeEmpty();
        stopped.IsComplete.Should().BeFalse();
        var options = new DiagnosisOptions { Solver = new SolveOptions { TimeLimit = TimeSpan.FromTicks(1) } };
        new ReasonFinder(OrToolsSolvers.Automatic, options).WhyNoPlan(problem).Value.IsComplete.Should().BeFalse();
    }

    [Fact]
    public void A_must_that_is_no_rule_is_a_mistake_of_the_caller() =>
        FluentActions.Invoking(() => Report(new() { Musts = [7] }, Hours(40))).Should().Throw<ArgumentException>();

    [Fact]
    public void What_grows_without_end_is_named_growth_by_growth()
    {
        var finder = new ReasonFinder(OrToolsSolvers.Automatic);
        var growths = finder.WhatIsMissing(Problem(Profit, AtLeast(Chairs, 20), new Statement.Comparison(Tables, ComparisonOperator.AtLeast, N(2), Chairs))).Value;
        growths.Select(growth => string.Join(' ', growth.Variables.Select(variable => variable.Index))).Should().BeEquivalentTo(["1", "0 1"]);
        growths[0].Text.Should().Be("There can be more and more tables, and the profit would grow without end: say how much of tables there can be, or what limits it.");
        finder.WhatIsMissing(Problem(Profit, Hours(60))).Value.Should().BeEmpty();
    }
}
