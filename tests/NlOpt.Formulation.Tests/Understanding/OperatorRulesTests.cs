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
    [InlineData("The most the mill can grind is 40 of them.", false)]
    [InlineData("The least Nora may plant is 40 of them.", true)]
    [InlineData("It is not acceptable for the mill to grind fewer than 40 of them.", true)]
    [InlineData("It is not possible for the mill to grind more than 40 of them.", false)]
    [InlineData("A total of 40 of them can be ground in the mill at most.", false)]
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
    public void Words_that_end_a_clause_speak_of_all_its_numbers()
    {
        var sketch = new Sketch("40 scones and 30 pies can be baked at most.", "scones", "pies");
        OperatorRules.Judge(sketch.Context, sketch["40"].First, sketch["40"].End, false)!.Value.IsAtLeast.Should().BeFalse();
        OperatorRules.Judge(sketch.Context, sketch["30"].First, sketch["30"].End, false)!.Value.IsAtLeast.Should().BeFalse();
    }

    [Theory]
    [InlineData("The mill has promised 40 sacks of flour and rye.", true)]
    [InlineData("The mill has committed to 40 sacks of flour and rye.", true)]
    [InlineData("The mill has 40 sacks of flour and rye.", false)]
    [InlineData("The mill has promised rye, and it has 40 sacks of flour.", false)]
    public void Whoever_promised_needs_at_least_that(string text, bool isPromised)
    {
        var sketch = new Sketch(text, "flour", "rye");
        OperatorCues.IsPromised(sketch.Context, sketch["40"].First).Should().Be(isPromised);
        OperatorCues.Around(sketch.Context, sketch["40"].First, sketch["40"].End).HasFlag(OperatorCue.Supply).Should().Be(!isPromised);
    }

    [Fact]
    public void What_joins_begins_with_its_own_cue()
    {
        var sketch = new Sketch("It must grind flour or rye and has 40 sacks.", "flour", "rye");
        OperatorCues.Around(sketch.Context, sketch["40"].First, sketch["40"].End).Should().Be(OperatorCue.Supply);
    }

    [Fact]
    public void A_phrase_before_another_number_is_known_to_be_far()
    {
        var sketch = new Sketch("We have at least 30 and 40 of them.", "thing");
        OperatorRules.Judge(sketch.Context, sketch["40"].First, sketch["40"].End, false)!.Value.NumbersBetween.Should().Be(1);
    }
}
