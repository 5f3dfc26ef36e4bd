using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Examples;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Gradients;
using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Penalized;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Tsddr;

/// <summary>
/// The gradient of the mean cost by the parameters equals central differences of the mean cost: through duals, map, network and recurrence.
/// </summary>
public class PolicyGradientTests
{
    private const int Scenarios = 2;
    private const int Probes = 16;

    public static TheoryData<string, string, int> Cases()
    {
        var cases = new TheoryData<string, string, int>();
        foreach (var problem in new[] { HydroCases.Valley, "inventory", "production", "newsvendor", "zero capacity", "wealth" })
            foreach (var network in new[] { "linear", "mlp 12,12", "lstm 6 head 8" })
                cases.Add(problem, network, 0);
        foreach (var problem in new[] { HydroCases.Valley, "inventory", "wealth" })
            foreach (var network in new[] { "linear", "mlp 12,12", "lstm 6 head 8" })
                foreach (var window in new[] { 1000, 5 })
                    cases.Add(problem, network, window);
        return cases;
    }

    /// <param name="problemName">Which problem; "wealth" has noises that multiply states, "zero capacity" is the valley with a reservoir that holds nothing.</param>
    /// <param name="network">The shape of the network.</param>
    /// <param name="window">0 for strict targets, else the length of the windows of penalised ones.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_equals_central_differences(string problemName, string network, int window)
    {
        var problem = Problem(problemName);
        var penalty = window == 0 ? null : new TargetPenalty(TargetPenalty.Of(problem).Absolute);
        CheckGradient(problem, network, penalty, window);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4)]
    public void Squared_penalties_have_the_gradient_of_their_tangents(int window)
    {
        var problem = Problem("inventory");
        CheckGradient(problem, "mlp 12,12", new TargetPenalty(0.5, 0.3), window);
    }

    private static void CheckGradient(MultistageProblem problem, string network, TargetPenalty? penalty, int window)
    {
        var rule = new DecisionRule(
            NetworkShape.Parse(network).Value, [], RuleFeatures.Of(problem), new FractionActivation(Leak: 0),
            penalty is null ? problem.TargetMap! : new StateBoxMap(problem), penalty);
        var random = new RandomNumbers(5);
        var parameters = new double[rule.Network.ParameterCount];
        rule.Network.Initialize(random, parameters);
        for (var index = 0; index < parameters.Length; index++) parameters[index] += 0.3 * random.NextNormal();
        var scenarios = ScenarioSet.Sample(problem, Scenarios, 9);
        using var engine = Engine(problem, rule, penalty, window);
        var batch = engine.Evaluate(parameters, scenarios);
        batch.Failures.Should().Be(0);
        var gradient = batch.Gradient.ToArray();

        // Cost of one entry less would be cheaper, but the largest entries say most.
        var probes = Enumerable.Range(0, parameters.Length).OrderByDescending(index => Math.Abs(gradient[index])).Take(Probes / 2)
            .Concat(Enumerable.Range(0, Probes / 2).Select(_ => random.NextIndex(parameters.Length))).Distinct().ToArray();
        var differences = probes.Select(index => Difference(engine, parameters, index, scenarios)).ToArray();
        var analytic = probes.Select(index => gradient[index]).ToArray();
        var (lengths, product) = (Norm(differences) * Norm(analytic), differences.Zip(analytic, (left, right) => left * right).Sum());
        Norm(analytic).Should().BeGreaterThan(0);
        (product / lengths).Should().BeGreaterThanOrEqualTo(0.99999);
        Norm(differences.Zip(analytic, (left, right) => left - right)).Should().BeLessThanOrEqualTo(1e-4 * Norm(analytic));
    }

    private static IGradientEngine Engine(MultistageProblem problem, DecisionRule rule, TargetPenalty? penalty, int window)
    {
        if (penalty is not null)
            return new PenalizedGradientEngine(problem, rule, new PenalizedProblem(problem, penalty), Math.Min(window, problem.StageCount), OrToolsSolvers.Clp, 2);
        var stages = new TargetStages(problem);
        return new StrictGradientEngine(problem, stages, rule, new ExactStageCosts(stages, OrToolsSolvers.Clp), 2);
    }

    private static double Difference(IGradientEngine engine, double[] parameters, int index, ScenarioSet scenarios)
    {
        const double Step = 1e-5;
        var moved = (double[])parameters.Clone();
        moved[index] = parameters[index] + Step;
        var above = engine.Evaluate(moved, scenarios).MeanCost!.Value;
        moved[index] = parameters[index] - Step;
        return (above - engine.Evaluate(moved, scenarios).MeanCost!.Value) / (2 * Step);
    }

    private static double Norm(IEnumerable<double> numbers) => Math.Sqrt(numbers.Sum(number => number * number));

    private static MultistageProblem Problem(string name)
    {
        if (name == OddProblems.Wealth.Name) return OddProblems.Wealth;
        if (name is not (HydroCases.Valley or "zero capacity")) return ExampleProblems.Find(name)!.Create();
        var valley = HydroCases.Open(HydroCases.Valley, null).Value.Case;
        if (name == HydroCases.Valley) return HydroProblem.Of(valley);
        var empty = valley.Reservoirs.Select((reservoir, index) => index == 1 ? reservoir with { HighestVolume = 0, InitialVolume = 0 } : reservoir);
        return HydroProblem.Of(new HydroCase(name, valley.Buses, valley.Branches, valley.Generators, valley.Loads, [.. empty], valley.Inflows)
        {
            DeficitCost = valley.DeficitCost,
            StageHours = valley.StageHours,
            LoadFactor = valley.LoadFactor,
            StageCount = valley.StageCount,
            ReportedStages = valley.ReportedStages,
        });
    }
}
