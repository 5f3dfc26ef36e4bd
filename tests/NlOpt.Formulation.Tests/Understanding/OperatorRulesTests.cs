using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class OperatorRulesTests
{
    [Theory]
    [InlineData("There must be at least 40 of them.", true)]
    [InlineData("There must be at most 40 of them.", false)]
    [InlineData("There can be no more than 40 of them.", false)]
    [InlineData("There must be no fewer than 40 of them.", true)]
    [InlineData("It cannot exceed 40 of them.", false)]
    [InlineData("It must exceed 40 of them.", true)]
    [InlineData("It must not fall below 40 of them.", true)]
    [InlineData("It must stay below 40 of them.", false)]
    [InlineData("Use up to 40 of them.", false)]
    [InlineData("Sell 40 or more of them.", true)]
    [InlineData("A minimum of 40 is sold.", true)]
    [InlineData("Fewer than 40 of them would not be enough.", true)]
    [InlineData("The most it can use is 40 of them.", false)]
    [InlineData("It doesn't need more than 40 of them.", false)]
    public void Phrases_say_the_direction_and_negation_turns_it(string text, bool isAtLeast)
    {
        var sketch = new Sketch(text, "thing");
        OperatorRules.Judge(sketch.Context, sketch["40"].First, sketch["40"].End, false)!.Value.IsAtLeast.Should().Be(isAtLeast);
    }

    [Fact]
    public void Without_phrase_there_is_no_verdict()
    {
        var sketch = new Sketch("We have 40 of them.", "thing");
        OperatorRules.Judge(sketch.Context, sketch["40"].First, sketch["40"].End, false).Should().BeNull();
    }

    [Fact]
    public void A_phrase_before_another_number_is_known_to_be_far()
    {
        var sketch = new Sketch("We have at least 30 and 40 of them.", "thing");
        OperatorRules.Judge(sketch.Context, sketch["40"].First, sketch["40"].End, false)!.Value.NumbersBetween.Should().Be(1);
    }
}
