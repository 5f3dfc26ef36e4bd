using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

/// <summary>A right reading spoilt in one way; the error must be called by its name and the scores must drop where they should.</summary>
public sealed class ErrorAnalysisTests
{
    private static readonly DecisionVariableId First = new(0), Second = new(1), Third = new(2);

    [Fact]
    public void NothingWrong()
    {
        foreach (var problem in SampleProblems.All)
        {
            var item = Score(problem, formulation => formulation);
            item.Should().Match<ProblemResult>(result => result.ModelRight && result.ObjectiveRight && result.SenseRight && result.VariableCountRight);
            item.Errors.Should().BeEmpty();
            item.MainError.Should().BeNull();
        }
    }

    [Fact]
    public void OtherNamesOtherOrderAndOtherScaleAreStillRight()
    {
        var item = Score(SampleProblems.Bakery, formulation => formulation with
        {
            Variables = [Named(0, "spelt"), Named(1, "rye")],
            Objective = formulation.Objective with { Terms = [new(First, new(4)), new(Second, new(5))] },
            Statements =
            [
                new Statement.SingleVariable(First, new Limit.AtLeast(new(10))),
                new Statement.WeightedSum([new(Second, new(6)), new(First, new(4))], new Limit.AtMost(new(220))),
                new Statement.SingleVariable(Second, new Limit.AtMost(new(30))),
            ],
        });
        item.ModelRight.Should().BeTrue();
        item.VariableOfColumn.Should().Equal(1, 0);
        item.Official.Should().Be(new OfficialScore(1, 0, 4), "the official metric does not scale rows");
    }

    [Fact]
    public void WrongSense() =>
        Labels(SampleProblems.Bakery, formulation => formulation with { Objective = formulation.Objective with { Sense = ObjectiveSense.Minimize } })
            .Should().Equal("objective sense");

    [Fact]
    public void WrongObjective()
    {
        Labels(SampleProblems.Bakery, formulation => formulation with { Objective = formulation.Objective with { Terms = [new(First, new(5)), new(Second, new(5))] } })
            .Should().Equal("objective: coefficients");
        Labels(SampleProblems.Bakery, formulation => formulation with { Objective = formulation.Objective with { Terms = [new(First, new(1)), new(Second, new(1))] } })
            .Should().Equal("objective: count");
        Labels(SampleProblems.Bakery, formulation => formulation with { Objective = formulation.Objective with { Constant = new(7) } })
            .Should().Equal("objective: coefficients");
    }

    [Fact]
    public void WrongOperator() => Labels(SampleProblems.Bakery, Replace(1, new Statement.SingleVariable(First, new Limit.AtLeast(new(30))))).Should().Equal("operator: upperbound");

    [Fact]
    public void WrongLimit() => Labels(SampleProblems.Bakery, Replace(1, new Statement.SingleVariable(First, new Limit.AtMost(new(33))))).Should().Equal("limit: upperbound");

    [Fact]
    public void WrongCoefficients() =>
        Labels(SampleProblems.Bakery, Replace(0, new Statement.WeightedSum([new(First, new(2)), new(Second, new(3))], new Limit.AtMost(new(110))))).Should().Equal("coefficients: linear");

    [Fact]
    public void WrongType() =>
        Labels(SampleProblems.Bakery, Replace(1, new Statement.Sum([First, Second], new Limit.AtMost(new(30))))).Should().Equal("type of row: upperbound as sum");

    [Fact]
    public void ExchangedComparison() =>
        Labels(SampleProblems.Garden, Replace(2, new Statement.Comparison(First, ComparisonOperator.AtMost, new(2), Second))).Should().Equal("order of comparison: xby");

    [Fact]
    public void MissingAndSpurious()
    {
        Labels(SampleProblems.Bakery, formulation => formulation with { Statements = formulation.Statements.RemoveAt(2) }).Should().Equal("missing: lowerbound");
        Labels(SampleProblems.Bakery, formulation => formulation with { Statements = formulation.Statements.Add(new Statement.SingleVariable(Second, new Limit.AtMost(new(77)))) })
            .Should().Equal("spurious: upperbound");
        Labels(SampleProblems.Bakery, formulation => formulation with { Statements = formulation.Statements.Add(Statement.Implication.Of(new(First), new(Second))) })
            .Should().Equal("spurious: implication");
    }

    [Fact]
    public void ARepeatedStatementIsNoError() =>
        Labels(SampleProblems.Bakery, formulation => formulation with { Statements = formulation.Statements.Add(formulation.Statements[0]) }).Should().BeEmpty();

    [Fact]
    public void WrongVariables()
    {
        Labels(SampleProblems.Bakery, formulation => formulation with { Variables = formulation.Variables.Add(Named(2, "minutes")) }).Should().Equal("number of variables");
        Labels(SampleProblems.Bakery, formulation => formulation with
        {
            Variables = [Named(0, "rye loaves"), Named(1, "110 minutes")],
            Objective = formulation.Objective with { Terms = [new(First, new(5))] },
        }).Should().Equal("names of variables", "objective: coefficients");
    }

    [Fact]
    public void ARowOverALeftOverVariableMatchesNothing()
    {
        var item = Score(SampleProblems.Bakery, formulation => formulation with
        {
            Variables = formulation.Variables.Add(Named(2, "minutes")),
            Statements = formulation.Statements.SetItem(1, new Statement.SingleVariable(Third, new Limit.AtMost(new(30)))),
        });
        item.GoldRows.Select(row => row.IsRight).Should().Equal(true, false, true);
        item.PredictedRows.Select(row => row.IsRight).Should().Equal(true, false, true);
        item.Official.Should().Be(new OfficialScore(1, 0, 4));
    }

    [Fact]
    public void AFormulationThatContradictsItselfHasFailed()
    {
        var item = Score(SampleProblems.Bakery, formulation => formulation with { Variables = [] });
        item.Outcome.Should().Be(ReadingOutcome.Failed);
        item.Message.Should().Contain("formulation.");
        item.Errors.Should().Equal(new ErrorFinding(ErrorKind.Failed));
        item.Official.Should().Be(new OfficialScore(1, 3, 4));
    }

    private static DecisionVariable Named(int index, string name) => new(new(index), name, [], null, Divisibility.Whole, "counted");

    private static Func<ProblemFormulation, ProblemFormulation> Replace(int index, Statement statement) =>
        formulation => formulation with { Statements = formulation.Statements.SetItem(index, statement) };

    private static IEnumerable<string> Labels(Nl4OptProblem problem, Func<ProblemFormulation, ProblemFormulation> spoil) => Score(problem, spoil).Errors.Select(error => error.Label);

    private static ProblemResult Score(Nl4OptProblem problem, Func<ProblemFormulation, ProblemFormulation> spoil)
    {
        var system = new EvaluationSystem("spoilt", new GoldFormulator([problem], spoil));
        return new ProblemScorer(system, null, TimeProvider.System).Score(ReferenceModel.Of(problem).Value, CancellationToken.None);
    }
}
