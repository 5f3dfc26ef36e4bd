using FluentAssertions;
using NlOpt.Dialogue.LanguageModels;
using Xunit;

namespace NlOpt.Dialogue.Tests.LanguageModels;

public class ToldNumbersTests
{
    [Theory]
    [InlineData("30% of 1,200 chairs", "0.3 or 30 percent of 1200 chairs", "")]
    [InlineData("thirty chairs", "30 chairs", "")]
    [InlineData("30, as percentages go", "30%", "")]
    [InlineData("$20.50 each", "20.5 dollars", "")]
    [InlineData("2 hours", "120 minutes", "120")]
    [InlineData("two hours", "one of the two, at most 3", "3")]
    [InlineData("", "all 7 of them, 7 in all", "7")]
    [InlineData("a table of type B52", "type B52", "")]
    [InlineData("a table", "type B52", "52")]
    [InlineData("a limit", "no number at all", "")]
    public void Numbers_that_were_not_told_are_found(string told, string text, string found) =>
        string.Join(' ', new ToldNumbers(told).NotToldIn(text)).Should().Be(found);

    [Theory]
    [InlineData("There is no limit on the chairs.", true)]
    [InlineData("There are no further restrictions.", true)]
    [InlineData("The number of tables isn't limited.", true)]
    [InlineData("Flour is unlimited.", true)]
    [InlineData("No more than the maximum of 40 chairs.", false)]
    [InlineData("At most 40 hours, with no overtime.", false)]
    [InlineData("Sell unlimited plans at $3 each.", false)]
    public void What_says_what_there_is_not_is_found(string sentence, bool isVoid) =>
        (VoidFacts.In(sentence, ["unlimited plans"]) is not null).Should().Be(isVoid);
}
