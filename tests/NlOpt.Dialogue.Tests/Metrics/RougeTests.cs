using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Dialogue.Metrics;
using Xunit;

namespace NlOpt.Dialogue.Tests.Metrics;

public class RougeTests
{
    [Fact]
    public void HandComputedOverlap()
    {
        var rouge = Rouge.Of("The cat sat on the mat.", "The cat is on the mat!");
        rouge.One.Should().Be(new RougeScore(5.0 / 6, 5.0 / 6));
        rouge.Two.Should().Be(new RougeScore(3.0 / 5, 3.0 / 5));
        rouge.Longest.Should().Be(new RougeScore(5.0 / 6, 5.0 / 6));
    }

    [Fact]
    public void PrecisionIsOfTheTextAndRecallOfTheReference()
    {
        var rouge = Rouge.Of("mat cat", "the cat and the mat");
        rouge.One.Should().Be(new RougeScore(1, 2.0 / 5));
        rouge.Two.Should().Be(new RougeScore(0, 0));
        rouge.Longest.Should().Be(new RougeScore(1.0 / 2, 1.0 / 5));
        rouge.One.F1.Should().BeApproximately(4.0 / 7, 1e-12);
        rouge.Two.F1.Should().Be(0);
    }

    [Fact]
    public void APieceCountsAsOftenAsItStandsInBoth() => Rouge.Of("a a a b", "a b b").One.Should().Be(new RougeScore(2.0 / 4, 2.0 / 3));

    [Fact]
    public void TokensAreLettersAndDigitsInLowerCase() =>
        Rouge.Tokens("$1,250.50 – O'Neil’s TABLES\nére").Should().Equal("1", "250", "50", "o", "neil", "s", "tables", "re");

    [Fact]
    public void TextsWithoutTokensHaveNothingInCommon()
    {
        Rouge.Of("", "").Should().Be(new Rouge(default, default, default));
        Rouge.Of("?!", "a b").Should().Be(new Rouge(default, default, default));
    }

    [Property(MaxTest = 100)]
    public bool SharesStayWithinTheirRangeAndTurnRound(string? text, string? reference)
    {
        var (there, back) = (Rouge.Of(text ?? "", reference ?? ""), Rouge.Of(reference ?? "", text ?? ""));
        return new[] { (there.One, back.One), (there.Two, back.Two), (there.Longest, back.Longest) }.All(pair =>
            pair.Item1.Precision is >= 0 and <= 1 && pair.Item1.Recall is >= 0 and <= 1
            && pair.Item1.Precision == pair.Item2.Recall && pair.Item1.Recall == pair.Item2.Precision);
    }
}
