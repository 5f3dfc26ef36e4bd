using FluentAssertions;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class ReliabilityTests
{
    [Fact]
    public void HonestConfidencesHaveNoError()
    {
        var reliability = Reliability.Of(Enumerable.Range(0, 100).Select(index => (0.8, index % 5 != 0)));

        reliability.Count.Should().Be(100);
        reliability.ErrorByWidth.Should().BeApproximately(0, 1e-12);
        reliability.ErrorByCount.Should().BeApproximately(0, 1e-12);
        reliability.EqualWidth.Should().ContainSingle().Which.Should().BeEquivalentTo(new { From = 0.8, To = 0.9, Count = 100 });
        reliability.EqualCount.Should().HaveCount(10).And.OnlyContain(bin => bin.Count == 10);
    }

    [Fact]
    public void TheErrorIsTheMeanGapBetweenConfidenceAndAccuracy()
    {
        // Half say .9 and are right in .5, half say .1 and are never right: gaps of .4 and .1.
        var predictions = Enumerable.Range(0, 40).Select(index => index < 20 ? (0.9, index % 2 == 0) : (0.1, false));
        Reliability.Of(predictions).ErrorByWidth.Should().BeApproximately(0.25, 1e-12);
    }

    [Fact]
    public void FewPredictionsAndNoneAtAll()
    {
        Reliability.Of([(1.0, true), (0.0, false)]).EqualWidth.Select(bin => bin.From).Should().Equal(0.0, 0.9);
        Reliability.Of([]).Should().BeEquivalentTo(new { Count = 0, ErrorByCount = (double?)null, ErrorByWidth = (double?)null });
    }
}
