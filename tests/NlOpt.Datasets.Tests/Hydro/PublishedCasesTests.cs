using FluentAssertions;
using NlOpt.Datasets.Hydro;
using Xunit;

namespace NlOpt.Datasets.Tests.Hydro;

public sealed class PublishedCasesTests
{
    [RealDataFact]
    public void BoliviaIsThePublishedOne()
    {
        var loaded = HydroCases.Open(HydroCases.Bolivia, RealDataFactAttribute.Found.Value);
        loaded.Diagnostics.Should().BeEmpty();
        loaded.Value.Files.Should().HaveCount(3).And.OnlyContain(file => file.IsPublished == true);
        var bolivia = loaded.Value.Case;
        (bolivia.Buses.Length, bolivia.Branches.Length, bolivia.Generators.Length, bolivia.Loads.Length, bolivia.Reservoirs.Length)
            .Should().Be((28, 31, 34, 26, 11));
        (bolivia.StageHours, bolivia.LoadFactor, bolivia.StageCount, bolivia.ReportedStages, bolivia.DeficitCost)
            .Should().Be((168, 0.6, 126, 96, 6000));
        bolivia.VolumePerFlow.Should().BeApproximately(0.6048, 1e-12);
        bolivia.Reservoirs.Should().OnlyContain(reservoir => reservoir.InitialVolume == 0 && reservoir.SpillCost == 0, "denormal numbers count as 0");
        bolivia.Reservoirs.Select(reservoir => reservoir.Name)
            .Should().Equal("SIS", "COR", "KAN", "MIG", "ZON", "CHU", "ACH", "TAQ1", "TAQ2", "CHJ", "YUR");
        bolivia.UsableOutflow(1).Should().BeApproximately(54.00 / 5.117, 1e-12).And.BeLessThan(bolivia.Reservoirs[1].HighestOutflow);
        // The first row of the file begins with the 15 scenarios of SIS.
        bolivia.Inflows[0, 0, 0].Should().Be(2.511995176219288);
        bolivia.Inflows[0, 14, 0].Should().Be(1.2862919022041872);
        bolivia.Inflows[0, 0, 1].Should().Be(20.287328815178604);
    }

    [RealDataFact]
    public void AChangedFileIsToldAndStillRead()
    {
        var original = RealDataFactAttribute.Found.Value;
        using var folder = new CaseFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "lthd", "bolivia"));
        foreach (var file in (string[])[CaseFolder.Network, CaseFolder.Water, CaseFolder.Inflows])
            File.WriteAllBytes(Path.Combine(data.FullName, file), File.ReadAllBytes(original.PathOf("lthd", "bolivia", file)));
        File.AppendAllText(Path.Combine(data.FullName, CaseFolder.Water), "\n");
        var loaded = HydroCases.Open(HydroCases.Bolivia, DataFolder.Find(folder.Path, ".").Value);
        loaded.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("data.checksum");
        loaded.Value.Files.Single(file => file.IsPublished == false).Name.Should().Be(CaseFolder.Water);
    }

    [RealDataTheory]
    [InlineData("case3", 1, 12, 3)]
    [InlineData("case3deterministic", 1, 12, 1)]
    [InlineData("case3deterministic_nowater", 1, 12, 1)]
    [InlineData("case3deterministic_overwater", 1, 12, 1)]
    [InlineData("brasil_4", 4, 12, 25)]
    public void TheOtherCasesAreReadInTheirOwnHours(string name, int reservoirs, int stages, int scenarios)
    {
        var loaded = HydroCases.Open(name, RealDataFactAttribute.Found.Value).Value;
        loaded.Files.Should().OnlyContain(file => file.IsPublished == null);
        (loaded.Case.Name, loaded.Case.Reservoirs.Length, loaded.Case.StageCount, loaded.Case.StageHours, loaded.Case.LoadFactor)
            .Should().Be((name, reservoirs, stages, 1, 1));
        loaded.Case.Inflows.Rows.Should().OnlyContain(row => row.Count == scenarios);
    }
}
