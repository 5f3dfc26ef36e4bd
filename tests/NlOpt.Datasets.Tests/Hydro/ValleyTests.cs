using FluentAssertions;
using NlOpt.Datasets.Hydro;
using Xunit;

namespace NlOpt.Datasets.Tests.Hydro;

public sealed class ValleyTests
{
    /// <summary>A file of text like any other: line by line the numbers that the generator draws.</summary>
    [Fact]
    public void TheInflowsAreTheGeneratedOnes()
    {
        using var stream = typeof(HydroCases).Assembly.GetManifestResourceStream("valley/inflows.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadToEnd().Should().Be(ValleyInflows.Text());
    }

    [Fact]
    public void TheShippedCaseNeedsNoDataFolder()
    {
        var loaded = HydroCases.Open(HydroCases.Valley, null);
        loaded.Diagnostics.Should().BeEmpty();
        var valley = loaded.Value.Case;
        (valley.Reservoirs.Length, valley.Buses.Length, valley.StageCount, valley.ReportedStages).Should().Be((4, 3, 36, 24));
        valley.VolumePerFlow.Should().BeApproximately(2.628, 1e-12);
        valley.Inflows.Rows.Should().HaveCount(12).And.OnlyContain(row => row.Count == 10);
        loaded.Value.Files.Should().HaveCount(3).And.OnlyContain(file => file.Sha256.Length == 64 && file.IsPublished == null);
        valley.Cascade.Order.Should().Equal(0, 1, 2, 3);
        valley.Cascade.TurbineUpstream[3].Should().Equal(1, 2);
        valley.Cascade.SpillUpstream[3].Should().Equal(2);
    }
}
