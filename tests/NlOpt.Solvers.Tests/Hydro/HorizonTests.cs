using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Modeling;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Targets;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Hydro;

/// <summary>Optima over whole horizons that others published or measured with other engines.</summary>
public sealed class HorizonTests
{
    [SkippableTheory]
    [InlineData(12, 1_344, 1_848, 18_693.7988)]
    [InlineData(24, 2_688, 3_696, 51_449.3562)]
    [InlineData(48, 5_376, 7_392, 150_941.5453)]
    [InlineData(96, 10_752, 14_784, 301_883.0906)]
    [InlineData(126, 14_112, 19_404, 377_574.411)]
    public void BoliviaWithAverageInflows(int stages, int rows, int columns, double optimum)
    {
        var problem = HydroProblem.Of(HydroData.Open(HydroCases.Bolivia));
        var horizon = OverMeans(problem, stages);
        horizon.Model.Rows.Should().HaveCount(rows);
        horizon.Model.Variables.Should().HaveCount(columns);
        Solve(horizon.Model).ObjectiveValue.Should().BeApproximately(optimum, 1e-6 * optimum);
    }

    [SkippableTheory]
    [InlineData("case3deterministic", 11_000.00)]
    [InlineData("case3deterministic_nowater", 39_010.1448)]
    [InlineData("case3deterministic_overwater", 6_016.6831)]
    public void TheThreeBusCases(string name, double optimum)
    {
        var problem = HydroProblem.Of(HydroData.Open(name));
        problem.StageCount.Should().Be(12);
        Solve(OverMeans(problem, 12).Model).ObjectiveValue.Should().BeApproximately(optimum, 1e-6 * optimum);
    }

    /// <summary>When is spilled does not matter to the cost; the published 0.0903 is the least that the first stage can spill.</summary>
    [SkippableFact]
    public void TooMuchWaterIsSpilled()
    {
        var problem = HydroProblem.Of(HydroData.Open("case3deterministic_overwater"));
        var horizon = OverMeans(problem, 12);
        var spill = horizon.Variable(0, problem.StageAt(0).Model.Variables.Single(variable => variable.Name == "spill[1]").Id);
        using var session = OrToolsSolvers.Clp.Open(horizon.Model).Value;
        session.SetVariableBounds(spill, 0, 0.09035);
        session.Solve().Primal!.ObjectiveValue.Should().BeApproximately(6_016.6831, 6e-3);
        session.SetVariableBounds(spill, 0, 0.09025);
        var less = session.Solve();
        (less.Termination == TerminationReason.Infeasible || less.Primal!.ObjectiveValue > 6_016.7).Should().BeTrue();
    }

    /// <summary>With targets for the volumes the horizon falls apart into stages: their optima add up to that of the whole.</summary>
    [SkippableTheory]
    [InlineData(HydroCases.Valley, 36)]
    [InlineData(HydroCases.Bolivia, 126)]
    public void StagesWithTargetsAddUpToTheHorizon(string name, int stages)
    {
        var problem = HydroProblem.Of(HydroData.Open(name));
        var stage = new TargetStage(problem.StageAt(0));
        using var session = TargetSession.Open(stage, OrToolsSolvers.Clp).Value;
        var random = new RandomNumbers(7);
        var count = problem.State.Length;
        var (targets, noises, sum) = (new List<double[]>(), new List<ImmutableArray<double>>(), 0.0);
        var volumes = problem.State.Select(state => state.Initial).ToArray();
        for (var index = 0; index < stages; index++)
        {
            var noise = problem.NoiseAt(index).Outcome(random.NextOutcome(problem.NoiseAt(index).Probabilities));
            var fractions = Enumerable.Range(0, count).Select(_ => random.NextUniform()).ToArray();
            var (target, parameters) = (new double[count], new double[stage.ParametricRows.Length]);
            problem.TargetMap!.Map(index, volumes, noise, fractions, target);
            stage.Parameters(volumes, noise, target, parameters);
            var solved = session.Solve(parameters, []);
            solved.Termination.Should().Be(TerminationReason.Optimal, "the target of stage {0} can be reached", index);
            sum += solved.Primal!.ObjectiveValue + stage.TargetCost(target);
            targets.Add(target);
            noises.Add([.. noise]);
            volumes = target;
        }

        var horizon = HorizonModel.OfPath(problem, 0, [.. problem.State.Select(state => state.Initial)], noises);
        using var whole = OrToolsSolvers.Clp.Open(horizon.Model).Value;
        for (var index = 0; index < stages; index++)
            for (var state = 0; state < count; state++)
                whole.SetVariableBounds(horizon.Outgoing(index, state), targets[index][state], targets[index][state]);
        var result = whole.Solve();
        result.Termination.Should().Be(TerminationReason.Optimal);
        result.Primal!.ObjectiveValue.Should().BeApproximately(sum, 1e-6 * sum);
    }

    private static HorizonModel OverMeans(MultistageProblem problem, int stages) => HorizonModel.OfPath(
        problem, 0,
        [.. problem.State.Select(state => state.Initial)],
        [.. Enumerable.Range(0, stages).Select(stage => problem.NoiseAt(stage).Mean())]);

    private static PrimalSolution Solve(Model model)
    {
        using var session = OrToolsSolvers.Clp.Open(model).Value;
        var result = session.Solve();
        result.Termination.Should().Be(TerminationReason.Optimal);
        return result.Primal!;
    }
}
