using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline.Diagnosis;
using NlOpt.Solving.Diagnosis;
using NlOpt.Solving.OrTools;
using Xunit;
using static NlOpt.Pipeline.Tests.Workshop;

namespace NlOpt.Pipeline.Tests.Diagnosis;

/// <summary>Answers about a plan, over seeded problems and by hand.</summary>
public class ReasonTests
{
    private static readonly ReasonFinder Finder = new(OrToolsSolvers.Automatic);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_if_is_the_edited_problem_solved_anew(int seed)
    {
        var problem = RandomProblems.Of(seed, isWhole: seed % 2 == 0, hasLogic: seed % 3 == 0);
        var before = Finder.Solve(problem).Value;
        var cap = new Statement.SingleVariable(new(0), new Limit.AtMost(new(6)));
        var outcome = Finder.WhatIf(before, [new FormulationChange.Add(cap), new FormulationChange.MoveLimit(0, 120)]).Value;
        var resource = (Statement.WeightedSum)problem.Statements[0];
        var edited = problem with { Statements = [.. problem.Statements.SetItem(0, resource with { Limit = new Limit.AtMost(new(120)) }), cap] };
        var anew = Solver(new Reading(edited, [])).Solve(edited.Source).Value;
        outcome.After.Result.Termination.Should().Be(anew.Result.Termination);
        outcome.After.ObjectiveValue.Should().BeApproximately(anew.ObjectiveValue!.Value, 1e-6);
        outcome.Gain.Should().BeApproximately(anew.ObjectiveValue!.Value - before.ObjectiveValue!.Value, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_price_times_a_step_is_the_change_of_the_objective_within_its_range(int seed)
    {
        var before = Finder.Solve(RandomProblems.Of(seed, isWhole: false)).Value;
        foreach (var worth in Finder.Worth(before).Value.Where(worth => worth.Prices is not null))
        {
            foreach (var (price, sign) in new[] { (worth.Prices!.Up, 1), (worth.Prices.Down, -1) })
            {
                if (price is null) continue;
                var reach = price.Until is { } until ? Math.Abs(until - worth.Prices.Limit) : 10;
                if (price.Until is not null) ((price.Until - worth.Prices.Limit) * sign).Should().BeGreaterThan(0);
                foreach (var share in new[] { 0.1, 0.5, 0.999 })
                {
                    var step = sign * reach * share;
                    if (worth.Prices.Limit + step < 0) continue;
                    Gain(before, worth.StatementIndex, worth.Prices.Limit + step).Should().BeApproximately(price.Price * step, 1e-4, $"rule {worth.StatementIndex + 1}, {share} of {price}");
                }

                if (price.Until is not { } end || end + sign < 0) continue;
                var beyond = Gain(before, worth.StatementIndex, end + sign * Math.Max(1, reach));
                if (price.IsEnd) beyond.Should().BeNull("no plan is left");
                else if (beyond is { } gain) Math.Abs(gain - price.Price * sign * (reach + Math.Max(1, reach))).Should().BeGreaterThan(1e-7, "the price changes there");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Other_plans_are_feasible_different_and_nearly_as_good(int seed)
    {
        var problem = RandomProblems.Of(seed, isWhole: seed % 2 == 0, hasLogic: seed % 3 == 0);
        var best = Finder.Solve(problem).Value;
        var others = Finder.Alternatives(best, most: 5, tolerance: 0.1);
        others.Length.Should().BeLessThanOrEqualTo(5);
        List<ImmutableArray<double>> plans = [[.. best.Plan.Select(amount => amount.Amount)]];
        foreach (var other in others)
        {
            ImmutableArray<double> plan = [.. other.Plan.Select(amount => amount.Amount)];
            var verdict = Finder.Check(problem, plan).Value;
            verdict.IsFine.Should().BeTrue(verdict.Text);
            verdict.ObjectiveValue.Should().BeApproximately(other.ObjectiveValue, 1e-6);
            other.Loss.Should().BeInRange(-1e-6, 0.1001 * Math.Max(1, best.ObjectiveValue!.Value));
            plans.Should().OnlyContain(known => known.Zip(plan, (one, two) => Math.Abs(one - two)).Max() >= (seed % 2 == 0 ? 0.999 : 0.009 * plans[0].Max()));
            plans.Add(plan);
        }

        others.Should().BeInAscendingOrder(other => other.Loss);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_check_of_a_plan_agrees_with_its_rows(int seed)
    {
        var problem = RandomProblems.Of(seed, isWhole: true, hasLogic: true);
        var random = new Random(seed);
        for (var trial = 0; trial < 20; trial++)
        {
            double[] plan = [.. problem.Variables.Select(_ => (double)random.Next(0, 45))];
            var verdict = Finder.Check(problem, plan).Value;
            foreach (var (index, statement) in problem.Statements.Index())
            {
                var only = problem with { Statements = [statement] };
                var isMet = IsPossible(only, plan);
                verdict.Statements[index].IsMet.Should().Be(isMet, $"{statement} under {string.Join(' ', plan)}");
                (verdict.Statements[index].MissedBy > 0).Should().Be(!isMet && verdict.Statements[index].Amount is not null);
            }

            verdict.IsFine.Should().Be(IsPossible(problem, plan));
        }
    }

    [Fact]
    public void Why_not_more_names_what_stands_against_it()
    {
        var outcome = Finder.WhyNotMore(Problem(Profit, Hours(60), AtLeast(Chairs, 10)), Tables, 8).Value;
        outcome.Obstacles!.Statements.Should().Equal(0, 1, 2);
        outcome.Most.Should().BeApproximately(6, 1e-6);
        outcome.Text.Should().Be(
            "8 tables cannot be met together with rule 1 (chairs at 3 hours each and tables at 5 hours each: at most 60 hours in all) and rule 2 (at least 10 chairs). "
            + "No plan has more than 6 tables.");
    }

    [Fact]
    public void Why_not_more_tells_what_it_would_cost()
    {
        var outcome = Finder.WhyNotMore(Problem(Profit, Hours(60)), Tables).Value;
        outcome.Amount.Should().Be(1);
        outcome.WhatIf.Gain.Should().BeApproximately(-10, 1e-6);
        outcome.Text.Should().Be("1 tables would be worse. The profit would be $390, $10 less: 18 chairs instead of 20 and 1 tables instead of none.");
        Finder.WhyNotMore(Problem(Profit, AtLeast(Chairs, 3), AtMost(Chairs, 2)), Tables).Diagnostics[0].Code.Should().Be("reason.no-plan");
    }

    [Fact]
    public void Whole_amounts_get_a_what_if_in_place_of_a_price()
    {
        var worth = Finder.Worth(Finder.Solve(Problem(Profit, Hours(60), AtMost(Chairs, 15))).Value).Value;
        worth[0].Prices.Should().BeNull();
        worth[0].Eased.Should().Be(new LimitStep(66, 30));
        worth[0].Text.Should().Be("66 hours instead of 60 would make the profit $30 more.");
    }

    [Fact]
    public void Prices_have_ranges_in_words()
    {
        var finder = Finder.With(new() { Kinds = AmountKinds.AllContinuous });
        var solution = finder.Solve(Problem(Profit, Hours(200), AtMost(Chairs, 40), AtMost(Tables, 90))).Value;
        var worth = finder.Worth(solution).Value;
        worth[0].Text.Should().Be(
            "One hour more adds $6 to the profit, up to 570 hours; one hour less takes $6 off the profit, down to 120 hours.");
        worth[2].Text.Should().BeNull("it does not bind");
    }

    [Fact]
    public void A_plan_is_judged_rule_by_rule()
    {
        var problem = Problem(Profit, Hours(60), AtLeast(Chairs, 10));
        var verdict = Finder.Check(problem, [5, 10]).Value;
        verdict.IsFine.Should().BeFalse();
        verdict.Statements.Select(statement => statement.MissedBy).Should().Equal(5, 5);
        verdict.Text.Should().Be(
            "That would not be all right: rule 1 is missed: 65 hours where at most 60 must be, 5 too much and rule 2 is missed: 5 chairs where at least 10 must be, 5 too few.");
        Finder.Check(problem, [10.5, -1]).Value.BadAmounts.Should().HaveCount(2);
        Finder.Check(problem, [10, 6]).Value.Text.Should().Be("That would be all right; the profit would be $380.");
    }

    [Theory]
    [InlineData("chairs <= 30", "At most 30 chairs.")]
    [InlineData("at least 1,200 tables", "At least 1,200 tables.")]
    [InlineData("chairs + tables = 12", "Chairs and tables together: exactly 12.")]
    [InlineData("2 chairs + 3*tables at most 40", "Chairs at 2 each and tables at 3 each: at most 40 in all.")]
    public void A_rule_can_be_added_by_a_phrase(string phrase, string sentence)
    {
        var problem = Problem(Profit, Hours(60));
        var change = ChangeText.Read(phrase, problem).Value.Should().BeOfType<FormulationChange.Add>().Subject;
        PlainSentence.Of(change.Statement, problem).Should().Be(sentence);
    }

    [Fact]
    public void Rules_are_changed_by_their_number()
    {
        var problem = Problem(Profit, Hours(60));
        ChangeText.Read("rule 1: 80", problem).Value.Should().Be(new FormulationChange.MoveLimit(0, 80));
        ChangeText.Read("without rule 1", problem).Value.Should().Be(new FormulationChange.Remove(0));
    }

    [Theory]
    [InlineData("do something", "change.unreadable")]
    [InlineData("sofas <= 3", "change.name")]
    [InlineData("chairs <= 1.2.3", "change.number")]
    [InlineData("without rule 99999999999", "change.number")]
    public void What_is_no_change_is_refused(string phrase, string code) =>
        ChangeText.Read(phrase, Problem(Profit, Hours(60))).Diagnostics[0].Code.Should().Be(code);

    [Fact]
    public void A_change_that_cannot_be_made_is_refused()
    {
        var problem = Problem(Profit, Hours(60), Statement.Implication.Of(new(Chairs), new(Tables)));
        new FormulationChange.Remove(5).Apply(problem).Diagnostics[0].Code.Should().Be("change.statement");
        new FormulationChange.MoveLimit(1, 5).Apply(problem).Diagnostics[0].Code.Should().Be("change.limit");
        new FormulationChange.Remove(0).Apply(problem).Value.Statements.Should().ContainSingle();
    }

    private static double? Gain(Solution before, int statement, double limit) =>
        Finder.WhatIf(before, [new FormulationChange.MoveLimit(statement, limit)]).Value.Gain;

    /// <summary>Whether the model of a problem has a point with these amounts, as an engine sees it.</summary>
    private static bool IsPossible(ProblemFormulation problem, double[] plan)
    {
        var lowered = Lowering.Lower(problem, new LoweringOptions { AreRowsIndependent = true }).Value;
        var builder = new ModelBuilder();
        foreach (var variable in lowered.Model.Variables)
        {
            var origin = lowered.Variables[variable.Id.Index];
            var value = origin.IsActivity ? (plan[origin.Variable.Index] > 0 ? 1 : 0) : plan[origin.Variable.Index];
            builder.AddVariable(variable.Name, variable.Kind, value, value);
        }

        foreach (var row in lowered.Model.Rows) builder.AddRow(row.Expression, row.Lower, row.Upper);
        foreach (var row in lowered.Model.Indicators) builder.AddIndicator(row.Binary, row.ActiveValue, row.Expression, row.Lower, row.Upper);
        return new SolveSeries(OrToolsSolvers.Automatic).IsFeasible(builder.Build())!.Value;
    }
}
