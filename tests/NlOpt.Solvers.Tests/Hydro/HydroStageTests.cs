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
}
