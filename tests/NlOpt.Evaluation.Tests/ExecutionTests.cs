using FluentAssertions;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class ExecutionTests
{
    [Theory]
    [InlineData(100.0, 100.00009, true)]
    [InlineData(100.0, 100.0002, false)]
    [InlineData(0.0, 0.0000009, true)]
    [InlineData(-50.0, 50.0, false)]
    public void ValuesAgreeAtOneMillionth(double left, double right, bool agrees) => Optimal(left).Agrees(Optimal(right)).Should().Be(agrees);

    [Theory]
    [InlineData(104.6, 100.2, true)]
    [InlineData(106.0, 100.0, false)]
    [InlineData(0.4, 0.0, true)]
    [InlineData(0.6, 0.0, false)]
    public void TheLooserRuleRoundsAndTakesFivePercentOfTheGoldValue(double value, double gold, bool agrees) =>
        Optimal(value).AgreesLoosely(Optimal(gold)).Should().Be(agrees);

    [Fact]
    public void EqualStatusesAgreeExceptInconclusiveOnes()
    {
        new ExecutionOutcome(ExecutionStatus.Infeasible).Agrees(new(ExecutionStatus.Infeasible)).Should().BeTrue();
        new ExecutionOutcome(ExecutionStatus.Unbounded).AgreesLoosely(new(ExecutionStatus.Unbounded)).Should().BeTrue();
        new ExecutionOutcome(ExecutionStatus.Unbounded).Agrees(new(ExecutionStatus.Infeasible)).Should().BeFalse();
        new ExecutionOutcome(ExecutionStatus.Infeasible).Agrees(Optimal(1)).Should().BeFalse();
        new ExecutionOutcome(ExecutionStatus.Inconclusive).Agrees(new(ExecutionStatus.Inconclusive)).Should().BeFalse();
        new ExecutionOutcome(ExecutionStatus.Inconclusive).AgreesLoosely(new(ExecutionStatus.Inconclusive)).Should().BeFalse();
    }

    [Fact]
    public void LabelsAreSolvedWithWholeAndWithContinuousAmounts()
    {
        Solve(SampleProblems.Crates, VariableKind.Integer).Should().Be(Optimal(16));
        Solve(SampleProblems.Crates, VariableKind.Continuous).Value.Should().BeApproximately(16.5, 1e-6);
        Solve(SampleProblems.Ferry, VariableKind.Integer).Should().Be(new ExecutionOutcome(ExecutionStatus.Infeasible));
        Solve(SampleProblems.Mill, VariableKind.Continuous).Should().Be(new ExecutionOutcome(ExecutionStatus.Unbounded));
        Solve(SampleProblems.Garden, VariableKind.Integer).Should().Be(Optimal(100));
    }

    private static ExecutionOutcome Optimal(double value) => new(ExecutionStatus.Optimal, value);

    private static ExecutionOutcome Solve(NlOpt.Datasets.Nl4OptProblem problem, VariableKind kind) =>
        ModelExecution.Solve(OrToolsSolvers.Automatic, ReferenceModel.Of(problem).Value.With(kind), SolveOptions.Default, CancellationToken.None);
}
