using FluentAssertions;
using NlOpt.Formulation;
using Xunit;
using static NlOpt.Pipeline.Tests.Workshop;

namespace NlOpt.Pipeline.Tests;

public class RivalTests
{
    private static readonly ProblemOptions Both = new() { RivalsToSolve = 2 };

    private static ProblemFormulation Best { get; } = Problem(Profit, Hours(200), AtMost(Chairs, 40));

    [Fact]
    public void OnlyRivalsThatChangeTheAnswerAreAskedAbout()
    {
        var other = Problem(Profit, Hours(100), AtMost(Chairs, 40)) with { Probability = 0.2 };
        var same = Problem(Profit, Hours(200), AtMost(Chairs, 40), AtMost(Tables, 500)) with { Probability = 0.2 };
        var solution = Solve(Best, Both, same, other);
        solution.Rivals.Select(rival => rival.ChangesAnswer).Should().Equal(false, true);
        var question = solution.Questions.Should().ContainSingle().Subject;
        question.Slot.Should().Be(SlotKind.LimitValue);
        question.Options.Should().Equal(
            "Chairs at 3 hours each and tables at 5 hours each: at most 200 hours in all.",
            "Chairs at 3 hours each and tables at 5 hours each: at most 100 hours in all.");
        question.Quote.Should().Be(new Evidence(0, 5));

        // A quarter of the probability that is shared, times the relative change from 1,280 to 660.
        question.ExpectedLoss.Should().BeApproximately(0.25 * 620 / 1280, 1e-9);
    }

    [Fact]
    public void ARivalThatEndsDifferentlyWeighsMost()
    {
        var infeasible = Problem(Profit, Hours(200), AtLeast(Chairs, 400)) with { Probability = 0.3 };
        var other = Problem(Profit, Hours(199), AtMost(Chairs, 40)) with { Probability = 0.3 };
        var questions = Solve(Best, Both, other, infeasible).Questions;
        questions.Should().HaveCount(2).And.BeInDescendingOrder(question => question.ExpectedLoss);
        questions[0].Slot.Should().Be(SlotKind.Operator);
        questions[0].ExpectedLoss.Should().BeApproximately(1.0 / 3, 1e-9);
    }

    [Fact]
    public void AQuestionTheReaderAskedIsWeighedAnewAndNotAskedTwice()
    {
        var asked = Best with { Questions = [new(SlotKind.LimitValue, "Are 200 hours meant?", new Evidence(0, 5), [], 0.01)] };
        var other = Problem(Profit, Hours(100), AtMost(Chairs, 40)) with { Probability = 0.6 };
        var question = Solve(asked, Both, other).Questions.Should().ContainSingle().Subject;
        question.Text.Should().Be("Are 200 hours meant?");
        question.ExpectedLoss.Should().BeGreaterThan(0.2);
    }

    [Fact]
    public void AQuestionOfDirectionIsAnsweredTheOtherWayAndSolved()
    {
        var sentence = new Evidence(0, 7);
        var best = Problem(Profit, Hours(200), AtMost(Chairs, 40) with { Evidence = [sentence] }, AtMost(Tables, 90) with { Evidence = [new(8, 14)] }) with
        {
            Questions =
            [
                new(SlotKind.Operator, "At most 90?", new Evidence(8, 14), ["at most 90 tables", "at least 90 tables"], 0.3) { Doubt = 0.3 },
                new(SlotKind.Operator, "At most 40?", sentence, ["at most 40 chairs", "at least 40 chairs"], 0.3) { Doubt = 0.3 },
                new(SlotKind.Divisibility, "Half a table?", new Evidence(19, 25), ["whole", "parts"], 0.2) { Doubt = 0.2 },
            ],
        };
        var solution = Solve(best, Both);
        solution.Questions.Select(question => question.Text).Should().Equal("At most 90?", "At most 40?", "Half a table?");
        solution.Consequences.Select(consequence => consequence!.Otherwise).Should().Equal(
            "No plan meets all the rules at once.", "Best plan: 65 chairs and 1 tables; the profit is $1,330.", "The plan would be the same.");
        solution.Questions[0].ExpectedLoss.Should().BeApproximately(0.3, 1e-9, "without a plan everything would change");
        solution.Questions[2].ExpectedLoss.Should().Be(0);
        solution.Consequences[1]!.Change.Should().BeApproximately(40.0 / 66, 1e-9, "25 chairs more and 15 tables fewer, of 66");
    }

    [Fact]
    public void ARivalThatTheBestPlanIsBestInTooChangesNothing()
    {
        // The same profit by other plans: twice as many hours a piece, twice as many hours.
        var doubled = new Statement.WeightedSum([new(Chairs, N(6)), new(Tables, N(10))], new Limit.AtMost(N(400)));
        var rival = Problem(Profit, doubled, AtMost(Chairs, 40)) with { Probability = 0.3 };
        Solve(Best, Both, rival).Rivals.Single().Change.Should().Be(0);
    }

    [Fact]
    public void AQuestionWeighsAllRivalsThatReadItsWordsOtherwise()
    {
        var asked = Best with
        {
            Questions = [new(SlotKind.LimitValue, "What are 200 hours?", new Evidence(0, 2), ["a limit", "something else", "nothing"], 0.4) { Doubt = 0.4 }],
        };
        var half = Problem(Profit, Hours(100), AtMost(Chairs, 40)) with { Probability = 0.3 };
        var same = Problem(Profit, Hours(200.5), AtMost(Chairs, 40)) with { Probability = 0.1 };
        var question = Solve(asked, Both, half, same).Questions.Should().ContainSingle().Subject;

        // Doubt, times the share of the rival that changes anything, times the relative change from 1,280 to 660.
        question.ExpectedLoss.Should().BeApproximately(0.4 * 0.75 * 620 / 1280, 1e-9);
    }

    [Fact]
    public void EveryKindOfDifferenceHasItsSlot()
    {
        SlotKind Slot(ProblemFormulation rival) => Solve(Best, Both, rival with { Probability = 0.3 }).Questions.Single().Slot;
        Slot(Best with { Objective = Profit with { Sense = Modeling.ObjectiveSense.Minimize } }).Should().Be(SlotKind.Sense);
        Slot(Best with { Objective = Profit with { Terms = [new(Chairs, N(2)), new(Tables, N(30))] } }).Should().Be(SlotKind.Objective);
        Slot(Best with { Statements = [Best.Statements[0]] }).Should().Be(SlotKind.Template);
        Slot(Best with { Statements = [.. Best.Statements, AtMost(Tables, 3)] }).Should().Be(SlotKind.Template);
        Slot(Best with { Variables = [Best.Variables[0] with { Name = "stools" }, Best.Variables[1]], Statements = [] }).Should().Be(SlotKind.Variable);
        var coefficient = new Statement.WeightedSum([new(Chairs, N(4)), new(Tables, N(5))], new Limit.AtMost(N(200))) { Unit = "hours" };
        Slot(Best with { Statements = Best.Statements.SetItem(0, coefficient) }).Should().Be(SlotKind.Coefficient);
    }

    [Fact]
    public void RivalsAreNotSolvedUnlessAskedFor() => Solve(Best, null, Problem(Profit)).Rivals.Should().BeEmpty();

    [Fact]
    public void ARivalThatCannotBeSolvedSaysWhy()
    {
        var rival = Solve(Best, Both, Problem(Profit, AtMost(new(9), 1))).Rivals.Single();
        rival.ChangesAnswer.Should().BeFalse();
        rival.Result.Diagnostics[0].Code.Should().Be("formulation.reference");
    }
}
