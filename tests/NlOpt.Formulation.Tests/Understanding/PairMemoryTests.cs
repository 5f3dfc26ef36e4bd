using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class PairMemoryTests
{
    [Fact]
    public void A_pair_is_judged_once_for_the_same_ranks()
    {
        var numbers = new Sketch("A lamp takes 2 hours and 3 nails, a chair 4 hours and 5 nails.", "lamp", "chair").Context.Numbers;
        var (memory, judged) = (new PairMemory(), 0);
        double Of(int one, int other) => memory.Of(numbers[one], numbers[other], numbers.Length, (_, _) => ++judged);

        Of(0, 2).Should().Be(1);
        Of(0, 2).Should().Be(1);
        Of(1, 3).Should().Be(2);
        numbers[2].Ranks = numbers[2].Ranks with { Count = 7 };
        Of(0, 2).Should().Be(3, "the ranks are others");
        numbers[2].Ranks = numbers[2].Ranks with { Count = 0 };
        Of(0, 2).Should().Be(1, "these ranks were judged before");
        memory.Clear();
        Of(0, 2).Should().Be(4);
    }
}
