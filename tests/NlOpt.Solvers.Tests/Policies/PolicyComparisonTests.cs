using FluentAssertions;
using NlOpt.Policies;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Solvers.Tests.Policies;

public class PolicyComparisonTests
{
    private static readonly MultistageProblem Problem = Purchases.Of(2, initial: 5, [1, 2, 3, 4]) with { ReportedStages = 1 };

    private static readonly ScenarioSet Scenarios = ScenarioSet.Of("four", Problem, [[0, 0], [1, 0], [2, 0], [3, 0]]);

    [Fact]
    public void Paired_figures_are_those_computed_by_hand()
    {
        var comparison = PolicyComparison.Of(Simulate("a", [9, 21, 30, 38]), Simulate("b", [10, 20, 31, 41])).Value;
        var reported = comparison.Reported;
        reported.Candidate.Cost.Mean.Should().BeApproximately(24.5, 1e-12);
        reported.Cost.Difference.Mean.Should().BeApproximately(-1, 1e-12);
        var deviation = Math.Sqrt((0 + 4 + 0 + 4) / 3.0);
        reported.Cost.Difference.StandardDeviation.Should().BeApproximately(deviation, 1e-12);
        reported.Cost.Difference.StandardError.Should().BeApproximately(deviation / 2, 1e-12);
        reported.Cost.T.Should().BeApproximately(-2 / deviation, 1e-12);
        reported.Cost.Relative.Should().BeApproximately(-1 / 25.5, 1e-12);
        reported.Cost.Wins.Should().Be(3);
        comparison.All.Cost.Difference.Mean.Should().BeApproximately(-2, 1e-12);
        comparison.All.Candidate.StageCount.Should().Be(2);
        comparison.ScenarioSha256.Should().Be(Scenarios.Sha256);
    }

    [Fact]
    public void Pairs_with_a_failure_are_left_out()
    {
        var comparison = PolicyComparison.Of(Simulate("a", [9, double.NaN, 30, 38]), Simulate("b", [10, 20, 31, double.NaN])).Value;
        comparison.Reported.Cost.Difference.Count.Should().Be(2);
        comparison.Reported.Cost.BaselineMean.Should().BeApproximately(20.5, 1e-12);
        comparison.Reported.Cost.Difference.Mean.Should().BeApproximately(-1, 1e-12);
        comparison.Reported.Cost.T.Should().BeNull("the differences do not vary");
        comparison.Reported.Candidate.Failures.Should().Be(1);
        comparison.Reported.Baseline.Failures.Should().Be(1);
    }

    [Fact]
    public void Different_scenarios_or_problems_are_refused()
    {
        var others = ScenarioSet.Of("others", Problem, [[0, 0], [1, 0], [2, 0], [3, 1]]);
        var other = Simulator.Run(Problem, new Scripted("b", [1, 2, 3, 4]), others).Value;
        PolicyComparison.Of(Simulate("a", [1, 2, 3, 4]), other).Diagnostics[0].Code.Should().Be("compare.different-scenarios");
        var longer = Simulator.Run(Problem with { ReportedStages = 2 }, new Scripted("b", [1, 2, 3, 4]), Scenarios).Value;
        PolicyComparison.Of(Simulate("a", [1, 2, 3, 4]), longer).Diagnostics[0].Code.Should().Be("compare.different-problem");
    }

    [Fact]
    public void Small_samples_have_no_spread()
    {
        SampleStatistics.Of([]).Should().Be(new SampleStatistics(0, null, null));
        SampleStatistics.Of([3]).Should().Be(new SampleStatistics(1, 3, null));
        SampleStatistics.Of([3]).StandardError.Should().BeNull();
    }

    private static SimulationResult Simulate(string name, double[] costs) => Simulator.Run(Problem, new Scripted(name, costs), Scenarios).Value;

    /// <summary>Every stage costs what is written for the demand; no number stands for a failed solve.</summary>
    private sealed class Scripted(string name, double[] costs) : IPolicy, IPolicySession
    {
        private double _cost;

        public string Name => name;

        public Result<IPolicySession> Open() => Result.Success<IPolicySession>(new Scripted(name, costs));

        public void Begin()
        {
        }

        public StageDecision Decide(
            int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
        {
            if (stage == 0) _cost = costs[(int)noise[0] - 1];
            return new StageDecision(double.IsNaN(_cost) ? TerminationReason.Failed : TerminationReason.Optimal, _cost, [0], [0, 0]);
        }

        public void Dispose()
        {
        }
    }
}
