using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Solvers.Tests.Hydro;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Policies;

public class BoliviaReferenceTests
{
    [SkippableFact]
    public void Foresight_on_the_first_columns_of_the_protocol_costs_what_the_study_measured()
    {
        var problem = HydroProblem.Of(HydroData.Open(HydroCases.Bolivia));
        var result = PerfectForesight.Run(problem, ProtocolScenarios.Of(problem).Value.Take(20), OrToolsSolvers.Clp).Value;
        result.Failures.Should().BeEmpty();

        // How an optimal plan splits its cost between the first 96 stages and the rest is not unique, so that share is held loosely.
        result.Summarize(126).Cost.Mean.Should().BeApproximately(382_178, 0.6);
        result.Summarize(96).Cost.Mean.Should().BeApproximately(305_189, 30);
    }
}
