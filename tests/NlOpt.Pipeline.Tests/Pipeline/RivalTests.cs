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
    public void EveryKindOfDifferenceHasItsSlot()
    {
        SlotKind Slot(ProblemFormulation rival) => Solve(Best, Both, rival with { Probability = 0.3 }).Questions.Single().Slot;
        Slot(Best with { Objective = Profit with { Sense = Modeling.ObjectiveSense.Minimize } }).Should().Be(SlotKind.Sense);
        Slot(Best with { Objective = Profit with { Terms = [new(Chairs, N(2)), new(Tables, N(3))] } }).Should().Be(SlotKind.Objective);
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
