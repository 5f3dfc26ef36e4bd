using FluentAssertions;
using NlOpt.Understanding.Text;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("takes 1,250.5 grams", 1250.5)]
    [InlineData("takes 3/4 of it", 0.75)]
    [InlineData("two thirds of it", 2.0 / 3)]
    [InlineData("two-thirds of it", 2.0 / 3)]
    [InlineData("half of it", 0.5)]
    [InlineData("30% of it", 0.3)]
    [InlineData("thirty percent of it", 0.3)]
    [InlineData("30 per cent of it", 0.3)]
    [InlineData("twice as many", 2)]
    [InlineData("3 times as many", 3)]
    [InlineData("two dozen eggs", 24)]
    [InlineData("5 dozen eggs", 60)]
    [InlineData("one hundred and twenty eggs", 120)]
    [InlineData("two hundred thousand eggs", 200_000)]
    [InlineData("twenty-five eggs", 25)]
    [InlineData("3.5 million eggs", 3_500_000)]
    [InlineData("$40k for it", 40_000)]
    [InlineData("75 cents for it", 0.75)]
    [InlineData(".5 kilograms", 0.5)]
    [InlineData("30kg of it", 30)]
    [InlineData("a 250-acre farm", 250)]
    [InlineData("2 trillion cells", 2e12)]
    public void Numbers_have_their_value(string text, double value) => Values(text).Should().ContainSingle().Which.Should().BeApproximately(value, 1e-12);

    [Theory]
    [InlineData("Machine 1 runs, machine 2 stands.")]
    [InlineData("It goes from plant 1 to plant 2 and to plant 3.")]
    [InlineData("The CO2 and the vitamin B12 matter.")]
    public void Numbers_that_tell_things_apart_count_nothing(string text) => Values(text).Should().BeEmpty();

    [Theory]
    [InlineData("Make product 1 only.", "1")]
    [InlineData("Lamps take 3, vases take 4.", "3 4")]
    [InlineData("It costs USD5 or US$6.", "5 6")]
    [InlineData("Each product 2 hours, each toy 3 hours.", "2 3")]
    public void Other_numbers_behind_words_count(string text, string values) => string.Join(' ', Values(text)).Should().Be(values);

    [Theory]
    [InlineData("20 to 50 percent of it")]
    [InlineData("20-50% of it")]
    [InlineData("between 20 and 50 percent of it")]
    [InlineData("20% to 50% of it")]
    public void Both_ends_of_a_range_share_the_percent_sign(string text) => Values(text).Should().Equal(0.2, 0.5);

    [Theory]
    [InlineData("20 and 50% of it", 20, 0.5)]
    [InlineData("$20 to 50% of it", 20, 0.5)]
    public void Other_numbers_keep_their_own_sign(string text, double first, double second) => Values(text).Should().Equal(first, second);

    [Theory]
    [InlineData("a 3-piece suit")]
    [InlineData("a one-way trip")]
    [InlineData("a 12-month plan")]
    [InlineData("one of the shops")]
    [InlineData("nothing here")]
    [InlineData("")]
    public void Numbers_inside_words_are_none(string text) => Values(text).Should().BeEmpty();

    [Fact]
    public void Numbers_know_how_they_are_written()
    {
        var quantities = QuantityReader.Read(Tokenizer.Tokenize("$5 buys a third or 20%, and 4 dollars buy twice that."));
        quantities.Select(quantity => quantity.IsMoney).Should().Equal(true, false, false, true, false);
        quantities.Select(quantity => quantity.IsFraction).Should().Equal(false, true, false, false, false);
        quantities.Select(quantity => quantity.IsPercent).Should().Equal(false, false, true, false, false);
        quantities.Select(quantity => quantity.IsMultiple).Should().Equal(false, false, false, false, true);
    }

    [Theory]
    [InlineData("it costs 3$ a piece", true)]
    [InlineData("it costs 3 euros", true)]
    [InlineData("it takes 3 pounds of flour", false)]
    public void Money_is_told_by_its_sign_or_word(string text, bool isMoney) =>
        QuantityReader.Read(Tokenizer.Tokenize(text)).Should().ContainSingle().Which.IsMoney.Should().Be(isMoney);

    [Fact]
    public void Where_all_is_in_millions_millions_are_the_unit() =>
        Values("Reach 3 million men, 5 million women and 2 million teens.").Should().Equal(3, 5, 2);

    private static IEnumerable<double> Values(string text) => QuantityReader.Read(Tokenizer.Tokenize(text)).Select(quantity => quantity.Value);
}
