using FluentAssertions;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;
using static NlOpt.Pipeline.Tests.Workshop;

namespace NlOpt.Pipeline.Tests;

public class ProblemSolverTests
{
    private static readonly ProblemOptions Continuous = new() { Kinds = AmountKinds.AllContinuous };

    [Fact]
    public void APlanComesBackInTheUsersTerms()
    {
        var solution = Solve(Problem(Profit, Hours(200), AtMost(Chairs, 40), AtLeast(Tables, 10)));
        solution.Result.Termination.Should().Be(TerminationReason.Optimal);
        solution.Summary.Should().Be("Best plan: 40 chairs and 16 tables; the profit is $1,280.");
        solution.Plan.Select(amount => amount.Text).Should().Equal("40 chairs", "16 tables");
        solution.ObjectiveValue.Should().BeApproximately(1280, 1e-6);
        solution.Advice.Should().BeNull();
        solution.Statements.Select(statement => statement.Text).Should().Equal(
            "used up: all of 200 hours", "used up: all of 40", "16, 6 more than the least");
        solution.Statements.Select(statement => statement.Slack).Should().Equal(0, 0, 6);
        solution.Statements.Select(statement => statement.IsBinding).Should().Equal(true, true, false);
        solution.Statements.Should().OnlyContain(statement => statement.ShadowPrice == null && statement.PriceText == null, "whole amounts have no prices");
    }

    [Fact]
    public void LinearProgramsHavePricesInWords()
    {
        var solution = Solve(Problem(Profit, Hours(200), AtMost(Chairs, 40), AtMost(Tables, 90)), Continuous);
        solution.Statements.Select(statement => statement.ShadowPrice!.Value).Should().BeEquivalentTo(
            [6.0, 2, 0], options => options.WithStrictOrdering().Using<double>(pair => pair.Subject.Should().BeApproximately(pair.Expectation, 1e-6)).WhenTypeIs<double>());
        solution.Statements.Select(statement => statement.PriceText).Should().Equal(
            "One hour more would add $6 to the profit.", "One more would add $2 to the profit.", null);
    }

    [Fact]
    public void FloorsArePricedByAskingForLess()
    {
        var solution = Solve(Problem(Cost, AtLeast(Chairs, 4), new Statement.Sum([Chairs, Tables], new Limit.Between(N(10), N(30)))), Continuous);
        solution.Statements[0].PriceText.Should().BeNull("chairs are the cheaper ones anyway");
        solution.Statements[1].PriceText.Should().Be("One less would take $20 off the cost.");
        solution.Statements[1].Text.Should().Be("at the least: 10");
    }

    [Fact]
    public void SharesArePricedByThePercentagePoint()
    {
        var problem = Problem(Profit, new Statement.Sum([Chairs, Tables], new Limit.AtMost(N(100))), new Statement.Proportion([Chairs], [Chairs, Tables], new Limit.AtLeast(N(0.4))));
        var solution = Solve(problem, Continuous);
        solution.Statements[1].Activity.Should().BeApproximately(0.4, 1e-9);
        solution.Statements[1].Text.Should().Be("just met: the share is 40%");

        // By hand: 100 pieces, 40 chairs and 60 tables; one point less makes a chair a table, $10 more.
        solution.Statements[1].PriceText.Should().Be("One percentage point less would add $10 to the profit.");
        solution.Statements[1].ShadowPrice.Should().BeApproximately(-1000, 1e-6);
    }

    [Fact]
    public void LogicStatementsAreExplainedToo()
    {
        var solution = Solve(Problem(
            Profit, Hours(200), AtMost(Chairs, 10), Statement.Implication.Of(new(Chairs), new(Tables)),
            new Statement.Cardinality([new(Chairs), new(Tables)], new Limit.AtLeast(N(1))),
            new Statement.Comparison(Tables, ComparisonOperator.AtLeast, N(2), Chairs)));
        solution.Summary.Should().Be("Best plan: 10 chairs and 34 tables; the profit is $1,220.");
        solution.Statements.Skip(2).Select(statement => statement.Text).Should().Equal("met: both hold", "met: 2 of 2", "34 tables against 10 chairs");
        solution.Statements[3].Activity.Should().Be(2);
    }

    [Fact]
    public void InfeasibleIsASolutionThatSaysSo()
    {
        var solution = Solve(Problem(Profit, AtMost(Chairs, 3), AtLeast(Chairs, 5)));
        solution.Result.Termination.Should().Be(TerminationReason.Infeasible);
        solution.Summary.Should().Be("No plan meets all the rules at once.");
        solution.Advice.Should().Contain("at least");
        solution.Plan.Should().BeEmpty();
        solution.Statements.Should().BeEmpty();
        solution.ObjectiveValue.Should().BeNull();
    }

    [Fact]
    public void UnboundedNamesWhatNothingLimits()
    {
        var solution = Solve(Problem(Profit, AtMost(Chairs, 3)), Continuous);
        solution.Result.Termination.Should().Be(TerminationReason.Unbounded);
        solution.Summary.Should().Be("There is no best plan: the profit can grow without end. Nothing limits tables.");
    }

    [Fact]
    public void ErrorsOfTheReaderComeThrough()
    {
        var reader = new KnownReading(Result.Failure<Reading>(Diagnostic.Error("read.empty", "there are no words")));
        var result = new ProblemSolver(reader, OrToolsSolvers.Automatic).Solve(Source.Of(""));
        result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("read.empty");
    }

    [Fact]
    public void ErrorsOfTheCheckComeThrough() =>
        Solver(new Reading(Problem(Profit, AtMost(new(7), 1)), [])).Solve(Source.Of("x")).Diagnostics[0].Code.Should().Be("formulation.reference");

    [Fact]
    public void CancellingGivesACancelledResult()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var solution = Solver(new Reading(Problem(Profit, Hours(200)), [])).Solve(Source.Of("x"), null, cancelled.Token).Value;
        solution.Result.Termination.Should().Be(TerminationReason.Cancelled);
        solution.Summary.Should().Be("The solve was cancelled before any plan was found.");
    }
}
