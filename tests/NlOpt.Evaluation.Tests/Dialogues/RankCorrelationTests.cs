using FluentAssertions;
using Xunit;

namespace NlOpt.Evaluation.Tests.Dialogues;

public class RankCorrelationTests
{
    [Fact]
    public void TiesHaveTheirMeanRank() => RankCorrelation.Ranks([5, 1, 5, 3, 5]).Should().Equal(4, 1, 4, 2, 4);

    [Fact]
    public void HandComputed()
    {
        RankCorrelation.Of([1, 2, 3, 4], [10, 20, 30, 1000]).Should().Be(1);
        RankCorrelation.Of([1, 2, 3, 4], [4, 3, 2, 1]).Should().Be(-1);
        // Without ties 1 - 6 sum d^2 / (n (n^2 - 1)): d = 1, 1, 0, 0.
        RankCorrelation.Of([1, 2, 3, 4], [2, 1, 3, 4]).Should().BeApproximately(1 - (6 * 2 / 60.0), 1e-12);
        // Ranks 1.5, 1.5, 3 against 1, 2, 3: covariance 1.5, variances 1.5 and 2.
        RankCorrelation.Of([1, 1, 2], [1, 2, 3]).Should().BeApproximately(1.5 / Math.Sqrt(1.5 * 2), 1e-12);
    }

    [Fact]
    public void EqualValuesHaveNone()
    {
        RankCorrelation.Of([1, 1, 1], [1, 2, 3]).Should().BeNull();
        RankCorrelation.Of([1], [2]).Should().BeNull();
    }

    [Fact]
    public void IntervalsHoldTheValueAndDependOnTheSeedAlone()
    {
        double[] first = [1, 2, 3, 4, 5, 6, 7, 8], second = [2, 1, 4, 3, 6, 5, 8, 7];
        var options = new BootstrapOptions { Seed = 7, Resamples = 500 };
        var (value, low, high) = Bootstrap.Interval(first, second, RankCorrelation.Of, options);
        value.Should().BeApproximately(1 - (6 * 8 / 504.0), 1e-12);
        low.Should().BeLessThan(value!.Value);
        high.Should().BeGreaterThanOrEqualTo(value.Value).And.BeLessThanOrEqualTo(1);
        Bootstrap.Interval(first, second, RankCorrelation.Of, options).Should().Be((value, low, high));
        // Of eight values there are few different intervals: two seeds may meet, twenty do not.
        Enumerable.Range(8, 20).Select(seed => Bootstrap.Interval(first, second, RankCorrelation.Of, options with { Seed = seed }))
            .Distinct().Should().HaveCountGreaterThan(1);
        Bootstrap.Interval([1, 1], [1, 2], RankCorrelation.Of, options).Should().Be((null, null, null));
    }
}
