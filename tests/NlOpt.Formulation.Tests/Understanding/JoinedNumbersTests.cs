using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class JoinedNumbersTests
{
    [Theory]
    [InlineData("It must bake at least 20 but no more than 90 scones.", true)]
    [InlineData("At least 20 scones must be baked, but at most 90.", true)]
    [InlineData("At least 20 scones but at most 90 can be baked.", true)]
    [InlineData("It bakes between 20 and 90 scones.", true)]
    [InlineData("It bakes 20 to 90 scones.", true)]
    [InlineData("It bakes 20-90 scones.", true)]
    [InlineData("It bakes scones and pies in a ratio of 20 to 90.", false)]
    [InlineData("It bakes at most 20 cakes and at least 90 must be scones.", false)]
    [InlineData("The number of scones must be at least 20 and no more than 90 eggs are used.", false)]
    [InlineData("At least 20 scones must be baked and the total cannot exceed 90.", false)]
    public void Two_bounds_limit_one_thing_when_it_is_named_once(string text, bool isOne)
    {
        var sketch = new Sketch(text, "scones", "pies");
        JoinedNumbers.LimitOneThing(sketch.Context, sketch["20"], sketch["90"]).Should().Be(isOne);
    }

    [Fact]
    public void A_list_has_the_direction_of_its_first_number()
    {
        var sketch = new Sketch("It must bake at least 16 scones, 11 pies and 27 tarts, and at most 40 rolls.", "scones", "pies", "tarts", "rolls");
        JoinedNumbers.HeadOfList(sketch.Context, sketch["27"]).Should().BeSameAs(sketch["16"]);
        JoinedNumbers.HeadOfList(sketch.Context, sketch["40"]).Should().BeSameAs(sketch["40"]);
    }
}
