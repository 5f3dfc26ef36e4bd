using FluentAssertions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class BestFirstTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(30)]
    public void The_highest_come_first_and_of_equal_ones_the_earlier(int most)
    {
        var random = new RandomStream((ulong)most);
        for (var count = 0; count < 25; count++)
        {
            // Few different scores, so that many are equal.
            double[] scores = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(5))];
            var expected = Enumerable.Range(0, count).OrderByDescending(index => scores[index]).Take(most);
            BestFirst.Of(scores, most).Should().Equal(expected);
        }
    }
}
