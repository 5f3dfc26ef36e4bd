using System.Collections.Immutable;
using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Modeling;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Policies;

public class ReferenceTests
{
    [Fact]
    public void Foresight_buys_ahead_where_the_myopic_policy_sheds()
    {
        // Demands 1, 8, 8 from 5: of 17 wanted 5 are there; 12 are bought in time and stored (2 in the first stage, kept for the last).
        var problem = Purchases.Of(3, initial: 5, [1, 8]);
        var scenarios = ScenarioSet.Of("one", problem, [[0, 1, 1]]);
        var result = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp).Value;
        result.TotalCost(0, 3).Should().BeApproximately(12 * 2 + 0.4 + 2 * 0.1, 1e-9);
        result.Measures(0, 2).ToArray()[1].Should().BeApproximately(0, 1e-9);
        result.Policy.Should().Be(PerfectForesight.Name);
    }

    [Property(MaxTest = 20)]
    public void No_policy_is_cheaper_than_foresight_in_any_scenario(ushort seed)
    {
        var random = new RandomNumbers(seed);
        var problem = Purchases.Of(5, 6 * random.NextUniform(), [.. Enumerable.Range(0, 4).Select(_ => 10 * random.NextUniform())]);
        var scenarios = ScenarioSet.Sample(problem, 6, seed);
        var foresight = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp).Value;
        var myopic = Simulator.Run(problem, new MyopicPolicy(problem, OrToolsSolvers.Clp), scenarios).Value;
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
            foresight.TotalCost(scenario, 5).Should().BeLessThanOrEqualTo(myopic.TotalCost(scenario, 5)!.Value + 1e-6);
    }

    [Fact]
    public void Foresight_does_not_depend_on_threads_and_counts_failures()
    {
        var problem = Purchases.Of(5, initial: 5, [0.3, 1.7, 8.1, 9], mayShed: false);
        var scenarios = ScenarioSet.Sample(problem, 30, 3);
        var one = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp, new SimulationOptions { Threads = 1 }).Value;
        var two = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp, new SimulationOptions { Threads = 2 }).Value;
        one.Failures.Should().NotBeEmpty().And.OnlyContain(failure => failure.Stage == 0 && failure.Termination == TerminationReason.Infeasible);
        two.Failures.Should().Equal(one.Failures);
        for (var scenario = 0; scenario < scenarios.Count; scenario++) two.TotalCost(scenario, 5).Should().Be(one.TotalCost(scenario, 5));
    }

    [Fact]
    public void Tree_of_two_stages_has_the_optimum_found_by_enumeration()
    {
        // First stage: stock after it is s in [2, 8] (5 - 3 + purchase). Second: demand 4 or 12, from s.
        var problem = Purchases.Of(2, initial: 5, [4, 12], [0.75, 0.25]);
        double Second(double stock, double demand)
        {
            var bought = Math.Clamp(demand - stock, 0, 6);
            return 2 * bought + 10 * Math.Max(0, demand - stock - bought) + 0.1 * Math.Max(0, stock - demand);
        }

        double First(double demand)
        {
            var best = double.PositiveInfinity;
            for (var bought = 0.0; bought <= 6; bought += 0.25)
            {
                var stock = Math.Max(0, 5 - demand + bought);
                var cost = 2 * bought + 10 * Math.Max(0, demand - 5 - bought) + 0.1 * stock + 0.75 * Second(stock, 4) + 0.25 * Second(stock, 12);
                best = Math.Min(best, cost);
            }

            return best;
        }

        var tree = DeterministicEquivalent.Solve(problem, OrToolsSolvers.Clp).Value;
        tree.Horizon.Nodes.Should().HaveCount(2 + 4);
        tree.Horizon.Nodes.Skip(2).Sum(node => node.Weight).Should().BeApproximately(1, 1e-12);
        tree.ExpectedCost.Should().BeApproximately(0.75 * First(4) + 0.25 * First(12), 1e-8);
        var costs = Enumerable.Range(0, 6).Sum(node => tree.Horizon.Nodes[node].Weight * tree.Horizon.Cost(node).Evaluate(tree.Values));
        costs.Should().BeApproximately(tree.ExpectedCost, 1e-8);
    }

    [Fact]
    public void Tree_lies_between_foresight_and_myopic_policy()
    {
        var problem = Purchases.Of(3, initial: 5, [1, 4, 10]);
        var everything = ScenarioSet.Of(
            "all",
            problem,
            [.. from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 3) from c in Enumerable.Range(0, 3) select new[] { a, b, c }]);
        var tree = DeterministicEquivalent.Solve(problem, OrToolsSolvers.Clp).Value.ExpectedCost;
        tree.Should().BeGreaterThan(PerfectForesight.Run(problem, everything, OrToolsSolvers.Clp).Value.Summarize(3).Cost.Mean!.Value + 1e-6);
        tree.Should().BeLessThan(
            Simulator.Run(problem, new MyopicPolicy(problem, OrToolsSolvers.Clp), everything).Value.Summarize(3).Cost.Mean!.Value - 1e-6);
    }

    [Fact]
    public void Tree_too_large_or_infeasible_is_refused()
    {
        DeterministicEquivalent.Build(Purchases.Of(40, 5, [1, 2, 3])).Diagnostics[0].Code.Should().Be("policy.tree-too-large");
        DeterministicEquivalent.Build(Purchases.Of(3, 5, [1, 2, 3]), 39).IsSuccess.Should().BeTrue();
        DeterministicEquivalent.Build(Purchases.Of(3, 5, [1, 2, 3]), 38).IsSuccess.Should().BeFalse();
        DeterministicEquivalent.Solve(Purchases.Of(2, 5, [1, 20], mayShed: false), OrToolsSolvers.Clp)
            .Diagnostics.Should().ContainSingle().Which.Code.Should().Be("policy.unsolved");
    }

    [Fact]
    public void Window_moved_to_other_noises_equals_the_window_built_for_them()
    {
        var problem = Purchases.Of(6, initial: 5, [1, 8]);
        ImmutableArray<double>[] before = [[1], [8], [1]];
        ImmutableArray<double>[] after = [[8], [8], [8]];
        var horizon = HorizonModel.OfPath(problem, 2, [5], before);
        horizon.Nodes.Select(node => node.Stage).Should().Equal(2, 3, 4);
        horizon.HasFixedMatrix.Should().BeTrue();
        using var session = OrToolsSolvers.Clp.Open(horizon.Model).Value;
        session.Solve().PrimalBound.Should().BeApproximately(2 * 5 + 0.4, 1e-8);
        horizon.Move(session, [7.5], after);
        var rebuilt = OrToolsSolvers.Clp.Solve(HorizonModel.OfPath(problem, 2, [7.5], after).Model).Value;
        session.Solve().PrimalBound.Should().BeApproximately(rebuilt.PrimalBound!.Value, 1e-8);
    }

    [Fact]
    public void Foresight_is_the_optimum_of_each_scenario_alone()
    {
        foreach (var problem in new[] { Purchases.Of(5, 3, [1, 2.5, 8, 9]), Interest(2.5) })
        {
            var scenarios = ScenarioSet.Sample(problem, 25, 6); // more than one batch
            var foresight = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp).Value;
            for (var scenario = 0; scenario < scenarios.Count; scenario++)
            {
                var noises = Enumerable.Range(0, problem.StageCount).Select(
                    stage => problem.NoiseAt(stage).Outcome(scenarios.Outcome(scenario, stage)).ToImmutableArray());
                var alone = OrToolsSolvers.Clp.Solve(HorizonModel.OfPath(problem, 0, [problem.State[0].Initial], [.. noises]).Model).Value;
                foresight.TotalCost(scenario, problem.StageCount).Should().BeApproximately(alone.PrimalBound!.Value, 1e-7);
            }
        }
    }

    [Fact]
    public void A_noise_that_multiplies_a_state_stands_in_the_matrix()
    {
        var problem = Interest(4);
        ImmutableArray<double>[] noises = [[1.5], [2.0]];
        var horizon = HorizonModel.OfPath(problem, 0, [4], noises);
        horizon.HasFixedMatrix.Should().BeFalse();
        horizon.Invoking(it => it.Move(OrToolsSolvers.Clp.Open(it.Model).Value, [4], noises)).Should().Throw<InvalidOperationException>();

        // 4 * 1.5 - 3 = 3; 3 * 2 - 3 = 3: nothing borrowed. From 1: -1.5 is borrowed in the first stage, then 3 in the second.
        OrToolsSolvers.Clp.Solve(horizon.Model).Value.PrimalBound.Should().BeApproximately(0, 1e-9);
        var poor = OrToolsSolvers.Clp.Solve(HorizonModel.OfPath(problem, 0, [1], noises).Model).Value;
        poor.PrimalBound.Should().BeApproximately(1.5 + 1.5, 1e-9, "1.5 more borrowed in the first stage saves 3 in the second");
    }

    /// <summary>Wealth grows by the noise, 3 is spent a stage; what is missing is borrowed at 1 a unit.</summary>
    private static MultistageProblem Interest(double initial)
    {
        var builder = new ModelBuilder();
        var wealth = builder.AddVariable("wealth");
        var borrowed = builder.AddVariable("borrowed");
        var balance = builder.AddRow(LinearExpression.Of([new(wealth, 1), new(borrowed, -1)]), -3, -3);
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of([new Term(borrowed, 1)]));
        var stage = new StageModel(builder.Build(), [wealth], [new RightHandSideTerm(balance, 1, 0, 0)]);
        return new MultistageProblem("interest", [new("wealth", null, initial, 0, null)], [stage], [NoiseDistribution.Of([[1.5], [2.0]])], 2);
    }
}
