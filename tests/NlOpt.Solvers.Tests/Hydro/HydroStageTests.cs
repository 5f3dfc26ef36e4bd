using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Hydro;

public sealed class HydroStageTests
{
    [SkippableFact]
    public void TheStageOfBoliviaHasThePublishedSize()
    {
        var problem = HydroProblem.Of(HydroData.Open(HydroCases.Bolivia));
        var model = problem.StageAt(0).Model;
        model.Rows.Should().HaveCount(112);
        model.Variables.Should().HaveCount(154);
        model.Rows.Sum(row => row.Expression.Terms.Length).Should().Be(338);
        problem.StageCount.Should().Be(126);
        problem.ReportedStages.Should().Be(96);
        problem.Noises.Should().HaveCount(48).And.OnlyContain(noise => noise.Count == 15 && noise.Dimension == 11);
        problem.State.Should().HaveCount(11);
        problem.StageCostLowerBound.Should().Be(0);
        model.Rows.Where(row => row.Name!.StartsWith("power balance", StringComparison.Ordinal)).Sum(row => row.Lower!.Value * 100)
            .Should().BeApproximately(482.53, 0.005);
    }

    [SkippableFact]
    public void MoreWaterNeverCostsMore()
    {
        var problem = HydroProblem.Of(HydroData.Open(HydroCases.Bolivia));
        using var session = StageSession.Open(problem.StageAt(0), OrToolsSolvers.Clp).Value;
        var volumes = problem.State.Select(state => state.Upper!.Value / 4).ToArray();
        for (var outcome = 0; outcome < 15; outcome++)
        {
            var solved = session.Solve(volumes, problem.NoiseAt(0).Outcome(outcome));
            solved.IsSolved.Should().BeTrue();
            solved.IncomingDuals.Should().OnlyContain(dual => dual <= 1e-7);
        }
    }

    /// <summary>All kinds of generation, shedding included, add up to the demand whatever the case and its units.</summary>
    [SkippableTheory]
    [InlineData(HydroCases.Valley)]
    [InlineData(HydroCases.Bolivia)]
    [InlineData("case3")]
    [InlineData("brasil_4")]
    public void GenerationMeetsTheDemand(string name)
    {
        var hydroCase = HydroData.Open(name);
        var problem = HydroProblem.Of(hydroCase);
        var demand = hydroCase.BaseMegawatts * hydroCase.LoadFactor * hydroCase.Loads.Sum(load => load.Power);
        using var session = StageSession.Open(problem.StageAt(0), OrToolsSolvers.Clp).Value;
        var initial = problem.State.Select(state => state.Initial).ToArray();
        var solved = session.Solve(initial, problem.NoiseAt(0).Outcome(0));
        solved.IsSolved.Should().BeTrue();
        var measured = problem.StageAt(0).Measures.Select(measure => measure.Evaluate(solved.Values)).ToArray();
        problem.Measures.Select(measure => measure.Name)
            .Should().Equal("load shed", "thermal generation", "hydro generation", "spill", "stored water");
        (measured[0] + measured[1] + measured[2]).Should().BeApproximately(demand, 1e-6 * demand);
        measured[4].Should().BeApproximately(solved.Outgoing.Sum(), 1e-9 * (1 + measured[4]));
    }
}
