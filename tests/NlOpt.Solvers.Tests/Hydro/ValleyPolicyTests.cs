using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Hydro;

public sealed class ValleyPolicyTests
{
    [Fact]
    public void StoringWaterPaysAndNobodyGoesWithoutPower()
    {
        var problem = HydroProblem.Of(HydroData.Open(HydroCases.Valley));
        var scenarios = ProtocolScenarios.Of(problem).Value.Take(10);
        var myopic = Simulator.Run(problem, new MyopicPolicy(problem, OrToolsSolvers.Clp), scenarios).Value.Summarize(problem.ReportedStages);
        var foresight = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp).Value.Summarize(problem.ReportedStages);
        myopic.Failures.Should().Be(0);
        myopic.Measures[0].Largest.Should().BeLessThan(1e-6);
        myopic.Cost.Mean.Should().BeGreaterThan(1.1 * foresight.Cost.Mean!.Value);
    }
}
