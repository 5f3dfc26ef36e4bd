using System.Globalization;
using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Scenarios;
using Xunit;

namespace NlOpt.Solvers.Tests.Hydro;

public sealed class ProtocolScenariosTests
{
    [SkippableFact]
    public void TheMatrixOfBoliviaIsThePublishedOne()
    {
        var scenarios = ProtocolScenarios.Of(HydroProblem.Of(HydroData.Open(HydroCases.Bolivia))).Value;
        scenarios.Name.Should().Be("protocol");
        ProtocolScenarios.MatrixSha256(scenarios).Should().StartWith("ff229968");
        var lines = Enumerable.Range(0, scenarios.StageCount).Select(stage => string.Join(
            ",",
            Enumerable.Range(0, scenarios.Count).Select(column =>
                (scenarios.Outcome(column, stage) + 1).ToString(CultureInfo.InvariantCulture))) + "\n");
        string.Concat(lines).Should().Be(HydroData.ReadText("lthd", "bolivia_protocol_indices_126x500.csv"));
    }

    [Fact]
    public void ThePanelHoldsItsColumnsOfTheProtocol()
    {
        var problem = HydroProblem.Of(HydroData.Open(HydroCases.Valley));
        var (all, panel) = (ProtocolScenarios.Of(problem).Value, ProtocolScenarios.Panel(problem).Value);
        panel.Count.Should().Be(10);
        for (var index = 0; index < panel.Count; index++)
            for (var stage = 0; stage < panel.StageCount; stage++)
                panel.Outcome(index, stage).Should().Be(all.Outcome(ProtocolScenarios.PanelColumns[index] - 1, stage));
        // Every outcome comes about equally often: 1800 times within five standard deviations (40 each).
        var counts = Enumerable.Range(0, all.Count * all.StageCount)
            .CountBy(index => all.Outcome(index / all.StageCount, index % all.StageCount)).ToList();
        counts.Should().HaveCount(10).And.OnlyContain(pair => Math.Abs(pair.Value - 1800) < 200);
    }

    [SkippableFact]
    public void OutcomesThatAreNotEquallyLikelyAreRefused()
    {
        var problem = HydroProblem.Of(HydroData.Open("case3"));
        problem.NoiseAt(0).Probabilities.Should().Equal(0.3, 0.4, 0.3);
        ProtocolScenarios.Of(problem).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("policy.protocol");
    }
}
