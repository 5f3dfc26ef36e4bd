using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Modeling;
using NlOpt.Policies;
using NlOpt.Policies.Examples;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Policies.Targets;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Policies;

public class ExampleProblemTests
{
    public static TheoryData<string> Names => [.. ExampleProblems.All.Select(problem => problem.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Catalogue_makes_the_problem_it_names(string name)
    {
        var problem = ExampleProblems.Find(name)!.Create();
        problem.Name.Should().Be(name);
        problem.StageCount.Should().BeInRange(6, 24);
        problem.NoiseAt(0).Count.Should().BeInRange(5, 15);
        problem.NoiseNames.Should().HaveCount(problem.NoiseAt(0).Dimension);
        problem.TargetMap!.Describe().Should().StartWith("{\"kind\":\"box\"");
        ProblemFingerprint.Of(problem).Should().Be(ProblemFingerprint.Of(ExampleProblems.Find(name)!.Create()));
    }

    [Fact]
    public void Unknown_names_are_not_found() => ExampleProblems.Find("nothing").Should().BeNull();

    [Property(MaxTest = 150)]
    public void Targets_can_be_reached(ushort seed)
    {
        foreach (var (problem, room) in Problems()) TargetMapProperties.ShouldBeReachable(problem, room, new RandomNumbers(seed), OrToolsSolvers.Clp);
    }

    [Fact]
    public void Target_maps_have_exact_derivatives()
    {
        foreach (var (problem, room) in Problems())
        {
            var compared = Enumerable.Range(0, 300).Count(
                seed => TargetMapProperties.PullBackEqualsDifferences(problem, room, new RandomNumbers((ulong)seed)));
            compared.Should().BeGreaterThan(285, "kinks are rare");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Deciding_each_stage_alone_costs_more_than_foresight(string name)
    {
        var problem = ExampleProblems.Find(name)!.Create();
        var scenarios = ScenarioSet.Sample(problem, 20, 5);
        var myopic = Simulator.Run(problem, new MyopicPolicy(problem, OrToolsSolvers.Clp), scenarios).Value;
        var foresight = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp).Value;
        myopic.Failures.Should().BeEmpty();
        foresight.Failures.Should().BeEmpty();
        var comparison = PolicyComparison.Of(foresight, myopic).Value;
        comparison.All.Cost.Wins.Should().Be(20);
        comparison.All.Cost.Relative.Should().BeLessThan(-0.05, "otherwise there is nothing to learn");
    }

    [Property(MaxTest = 10)]
    public void No_policy_is_cheaper_than_foresight_in_any_scenario(ushort seed)
    {
        var random = new RandomNumbers(seed);
        foreach (var (problem, _) in Problems())
        {
            var fractions = Enumerable.Range(0, problem.StageCount).Select(_ => problem.State.Select(_ => random.NextUniform()).ToArray()).ToArray();
            var scenarios = ScenarioSet.Sample(problem, 3, seed);
            var rule = Simulator.Run(problem, new FixedFractions(problem, fractions), scenarios).Value;
            var foresight = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp).Value;
            rule.Failures.Should().BeEmpty();
            for (var scenario = 0; scenario < scenarios.Count; scenario++)
            {
                var least = foresight.TotalCost(scenario, problem.StageCount)!.Value;
                rule.TotalCost(scenario, problem.StageCount).Should().BeGreaterThanOrEqualTo(least - 1e-6 * least);
            }
        }
    }

    [Fact]
    public void Newsvendor_optimum_is_that_of_dynamic_programming_on_all_whole_stocks()
    {
        var problem = NewsvendorProblem.Create();
        var demands = Enumerable.Range(0, problem.NoiseAt(0).Count).Select(outcome => problem.NoiseAt(0).Outcome(outcome)[0]).ToArray();
        var next = new double[61];
        for (var stage = problem.StageCount - 1; stage >= 0; stage--)
        {
            var now = new double[61];
            for (var stock = 0; stock <= 60; stock++)
            {
                now[stock] = demands.Average(demand =>
                {
                    var left = Math.Max(0, stock - (int)demand);
                    var order = Enumerable.Range(left, 61 - left).Min(level => 3 * (level - left) + next[level]);
                    return 1.5 * left + 8 * Math.Max(0, demand - stock) + order;
                });
            }

            next = now;
        }

        NewsvendorProblem.OptimalCost().Should().BeApproximately(next[30], 1e-9);
    }

    [Fact]
    public void Newsvendor_costs_the_closed_form_when_orders_fill_up_to_the_quantiles()
    {
        var problem = NewsvendorProblem.Create();
        var result = Simulator.Run(problem, new OrderUpTo(problem, 44, 37), ScenarioSet.Sample(problem, 2000, 8)).Value;
        var cost = result.Summarize(problem.StageCount).Cost;
        cost.Mean.Should().BeApproximately(NewsvendorProblem.OptimalCost(), 4 * cost.StandardError!.Value);
    }

    private static IEnumerable<(MultistageProblem Problem, double? Room)> Problems() =>
        [(InventoryProblem.Create(), null), (NewsvendorProblem.Create(), null), (ProductionProblem.Create(), 80)];

    /// <summary>Fills up to a level after each stage, to another after the last but one; orders nothing in the last.</summary>
    private sealed class OrderUpTo(MultistageProblem problem, double level, double lastLevel) : IPolicy, IPolicySession
    {
        private readonly TargetStage _stage = new(problem.StageAt(0));
        private TargetSession? _session;

        public string Name => "order up to";

        public Result<IPolicySession> Open() => Result.Success<IPolicySession>(new OrderUpTo(problem, level, lastLevel));

        public void Begin() => _session ??= TargetSession.Open(_stage, OrToolsSolvers.Clp).Value;

        public StageDecision Decide(
            int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
        {
            var left = Math.Max(0, incoming[0] - noise[0]);
            double[] target = [stage == problem.StageCount - 1 ? left : stage == problem.StageCount - 2 ? lastLevel : level];
            var parameters = new double[_stage.ParametricRows.Length];
            _stage.Parameters(incoming, noise, target, parameters);
            var result = _session!.Solve(parameters, new double[parameters.Length], cancellationToken);
            return new StageDecision(result.Termination, result.PrimalBound ?? 0, [.. target], [0, 0, 0], result.Detail);
        }

        public void Dispose() => _session?.Dispose();
    }
}
