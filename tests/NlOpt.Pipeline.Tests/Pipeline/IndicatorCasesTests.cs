using FluentAssertions;
using NlOpt.Formulation;
using NlOpt.Solving;
using Xunit;
using static NlOpt.Pipeline.Tests.Workshop;

namespace NlOpt.Pipeline.Tests;

/// <summary>Logic without any proven upper bound: indicator rows that no constant can stand for.</summary>
public class IndicatorCasesTests
{
    private static readonly Statement AtLeastTen = new Statement.WeightedSum([new(Chairs, N(1)), new(Tables, N(2))], new Limit.AtLeast(N(10)));

    [Fact]
    public void TheBestCaseIsTheAnswer()
    {
        var solution = Solve(Problem(Cost, AtLeastTen, new Statement.Cardinality([new(Chairs), new(Tables)], new Limit.Exactly(N(1)))));
        solution.Lowered.Model.Indicators.Should().HaveCount(2);
        solution.Summary.Should().Be("Best plan: no chairs and 5 tables; the cost is $150.");

        var both = Solve(Problem(Cost, AtLeastTen, Statement.Implication.Of(new(Tables), new(Chairs))));
        both.Summary.Should().Be("Best plan: 2 chairs and 4 tables; the cost is $160.");
    }

    [Fact]
    public void InfeasibleInEveryCaseIsInfeasible() =>
        Solve(Problem(Cost, AtLeast(Chairs, 1), AtLeast(Tables, 1), new Statement.Cardinality([new(Chairs), new(Tables)], new Limit.AtMost(N(1)))))
            .Result.Termination.Should().Be(TerminationReason.Infeasible);

    [Fact]
    public void UnboundedInOneCaseIsUnbounded() =>
        Solve(Problem(Profit, new Statement.Cardinality([new(Chairs), new(Tables)], new Limit.Exactly(N(1)))))
            .Result.Termination.Should().Be(TerminationReason.Unbounded);

    [Fact]
    public void TheTimeLimitHoldsForAllCasesTogether()
    {
        var options = new ProblemOptions { Solver = new SolveOptions { TimeLimit = TimeSpan.FromTicks(1) } };
        var solution = Solve(Problem(Cost, AtLeastTen, new Statement.Cardinality([new(Chairs), new(Tables)], new Limit.Exactly(N(1)))), options);
        solution.Result.Termination.Should().Be(TerminationReason.LimitReached);
        solution.Result.Limit.Should().Be(SolveLimit.Time);
    }
}
