using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Simulation;
using NlOpt.Policies.Training;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Hydro;

public sealed class ValleyPolicyTests
{
    /// <summary>The shipped case is worth training on: who stores no water for the dry season pays far more.</summary>
    [Fact]
    public void StoringWaterPaysAndNobodyGoesWithoutPower()
    {
        var problem = HydroProblem.Of(HydroData.Open(HydroCases.Valley));
        var scenarios = ProtocolScenarios.Of(problem).Value.Take(10);
        var sddp = new SddpTrainer(OrToolsSolvers.Clp).Train(problem, new TrainingRequest { MaximumUpdates = 10, Threads = 2 }).Value.Policy;
        var myopic = Simulator.Run(problem, new MyopicPolicy(problem, OrToolsSolvers.Clp), scenarios).Value.Summarize(problem.ReportedStages);
        var simulated = Simulator.Run(problem, sddp, scenarios).Value;
        var trained = simulated.Summarize(problem.ReportedStages);
        var foresight = PerfectForesight.Run(problem, scenarios, OrToolsSolvers.Clp).Value.Summarize(problem.StageCount);

        foreach (var summary in (SimulationSummary[])[myopic, trained])
        {
            summary.Failures.Should().Be(0);
            summary.Measures[0].Largest.Should().BeLessThan(SimulationSummary.DefaultTolerance, "{0} sheds nothing", summary.Policy);
        }

        myopic.Cost.Mean.Should().BeGreaterThan(1.3 * trained.Cost.Mean!.Value);
        simulated.Summarize(problem.StageCount).Cost.Mean.Should().BeGreaterThan(foresight.Cost.Mean!.Value);
    }
}
