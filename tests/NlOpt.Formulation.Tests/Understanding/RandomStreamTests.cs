using FluentAssertions;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class RandomStreamTests
{
    [Fact]
    public void The_stream_is_that_of_the_published_generator()
    {
        var zero = new RandomStream(0);
        new[] { zero.Next(), zero.Next(), zero.Next() }.Should().Equal(0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F);
        var other = new RandomStream(1234567);
        new[] { other.Next(), other.Next() }.Should().Equal(6457827717110365317, 3203168211198807973);
    }

    [Fact]
    public void Numbers_stay_in_their_ranges_and_fill_them()
    {
        var random = new RandomStream(1);
        var counts = new int[5];
        for (var index = 0; index < 5000; index++)
        {
            random.NextDouble().Should().BeGreaterThanOrEqualTo(0).And.BeLessThan(1);
            counts[random.Next(5)]++;
        }

        counts.Should().OnlyContain(count => count > 850 && count < 1150);
    }

    [Fact]
    public void A_shuffle_keeps_the_items_and_follows_the_seed()
    {
        int[] Shuffled(ulong seed)
        {
            var items = Enumerable.Range(0, 50).ToArray();
            new RandomStream(seed).Shuffle(items);
            return items;
        }

        Shuffled(3).Should().BeEquivalentTo(Enumerable.Range(0, 50)).And.NotBeInAscendingOrder();
        Shuffled(3).Should().Equal(Shuffled(3)).And.NotEqual(Shuffled(4));
    }
}
