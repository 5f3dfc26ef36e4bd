using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Policies;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Policies;

public class SimulatorTests
{
    [Fact]
    public void Figures_are_those_computed_by_hand()
    {
        var problem = Purchases.Of(3, initial: 5, [1, 8]);
        var result = Simulate(problem, ScenarioSet.Of("all of interest", problem, [[0, 1, 1], [1, 0, 0]]));

        // Demands 1, 8, 8 from 5: stock 4; buy 4; buy 6 and shed 2.
        result.Cost(0, 0).Should().BeApproximately(0.4, 1e-9);
        result.Cost(0, 1).Should().BeApproximately(8, 1e-9);
        result.Cost(0, 2).Should().BeApproximately(12 + 20, 1e-9);
        result.State(0, 0)[0].Should().BeApproximately(4, 1e-9);
        result.State(0, 2)[0].Should().BeApproximately(0, 1e-9);
        result.Measures(0, 2).ToArray()[0].Should().BeApproximately(6, 1e-9);
        result.Measures(0, 2).ToArray()[1].Should().BeApproximately(2, 1e-9);
        result.TotalCost(0, 2).Should().BeApproximately(8.4, 1e-9);
        result.TotalCost(0, 3).Should().BeApproximately(40.4, 1e-9);
        result.TotalCost(1, 3).Should().BeApproximately(6 + 2 + 2, 1e-9);
        result.Failures.Should().BeEmpty();

        var summary = result.Summarize(3);
        summary.Cost.Mean.Should().BeApproximately(25.2, 1e-9);
        summary.Cost.StandardDeviation.Should().BeApproximately(30.4 / Math.Sqrt(2), 1e-9);
        summary.Measures[1].Mean.Should().BeApproximately(1, 1e-9);
        summary.Measures[1].ShareAbove.Should().Be(0.5);
        summary.Measures[1].Largest.Should().BeApproximately(2, 1e-9);
    }

    [Fact]
    public void Figures_do_not_depend_on_threads()
    {
        var problem = Purchases.Of(6, initial: 5, [0.3, 1.7, 8.1, 4]);
        var scenarios = ScenarioSet.Sample(problem, 40, 3);
        var (one, two) = (Simulate(problem, scenarios, 1), Simulate(problem, scenarios, 2));
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
        {
            for (var stage = 0; stage < 6; stage++)
            {
                two.Cost(scenario, stage).Should().Be(one.Cost(scenario, stage));
                two.State(scenario, stage).ToArray().Should().Equal(one.State(scenario, stage).ToArray());
                two.Measures(scenario, stage).ToArray().Should().Equal(one.Measures(scenario, stage).ToArray());
            }
        }
    }

    [Fact]
    public void A_failed_solve_ends_its_scenario_and_is_counted()
    {
        var problem = Purchases.Of(3, initial: 5, [1, 12], mayShed: false);
        var result = Simulate(problem, ScenarioSet.Of("some", problem, [[0, 0, 0], [0, 1, 0], [0, 0, 1]]));
        result.Failures.Should().HaveCount(2);
        var first = result.Failures[0];
        (first.Scenario, first.Stage, first.Termination).Should().Be((1, 1, TerminationReason.Infeasible));
        result.SolvedStages(1).Should().Be(1);
        result.TotalCost(1, 1).Should().BeApproximately(0.4, 1e-9);
        result.TotalCost(1, 3).Should().BeNull();
        result.Invoking(it => it.Cost(1, 1)).Should().Throw<InvalidOperationException>();
        result.Summarize(2).Should().Match<SimulationSummary>(summary => summary.Failures == 1 && summary.Cost.Count == 2);
        result.Summarize(3).Cost.Mean.Should().BeApproximately(0.4 + 0.3 + 0.2, 1e-9, "failed scenarios are left out, not taken for 0");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Progress_counts_up_and_cancellation_stops(int threads)
    {
        var problem = Purchases.Of(3, initial: 5, [1, 8]);
        var scenarios = ScenarioSet.Sample(problem, 30, 1);
        var seen = new List<int>();
        Simulate(problem, scenarios, threads, seen.Add);
        seen.Should().Equal(Enumerable.Range(1, 30));

        using var source = new CancellationTokenSource();
        var done = 0;
        var options = new SimulationOptions { Threads = threads, Progress = count => { done = count; if (count == 5) source.Cancel(); } };
        var act = () => Simulator.Run(problem, new MyopicPolicy(problem, OrToolsSolvers.Clp), scenarios, options, source.Token);
        act.Should().Throw<OperationCanceledException>();
        done.Should().BeLessThan(5 + threads);
    }

    [Fact]
    public void A_policy_that_cannot_be_opened_says_why()
    {
        var problem = Purchases.Of(3, initial: 5, [1, 8]);
        var result = Simulator.Run(problem, new ClosedPolicy(), ScenarioSet.Sample(problem, 4, 1));
        result.IsSuccess.Should().BeFalse();
        result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("test.closed");
    }

    [Fact]
    public void Scenarios_of_another_problem_are_refused()
    {
        var (three, four) = (Purchases.Of(3, 5, [1, 8]), Purchases.Of(4, 5, [1, 8]));
        var act = () => Simulate(three, ScenarioSet.Sample(four, 2, 1));
        act.Should().Throw<ArgumentException>().WithMessage("*4 stages*3*");
        var more = ScenarioSet.Sample(Purchases.Of(3, 5, [1, 2, 3, 4, 5]), 9, 1);
        act = () => Simulate(three, more);
        act.Should().Throw<ArgumentException>().WithMessage("*lacks*");
    }

    private static SimulationResult Simulate(MultistageProblem problem, ScenarioSet scenarios, int threads = 2, Action<int>? progress = null) =>
        Simulator.Run(
            problem,
            new MyopicPolicy(problem, OrToolsSolvers.Clp),
            scenarios,
            new SimulationOptions { Threads = threads, Progress = progress }).Value;

    private sealed class ClosedPolicy : IPolicy
    {
        public string Name => "closed";

        public Result<IPolicySession> Open() => Result.Failure<IPolicySession>(Diagnostic.Error("test.closed", "it is closed"));
    }
}
