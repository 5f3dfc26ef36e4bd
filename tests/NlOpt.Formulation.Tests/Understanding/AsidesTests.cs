using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class AsidesTests
{
    [Theory]
    [InlineData("The oven is lit at 40 in the morning.", true)]
    [InlineData("The shelf is 40 inches wide.", true)]
    [InlineData("The baker has 40 years of experience.", true)]
    [InlineData("The street has 40 lamps.", true)]
    [InlineData("The street has 40 eggs.", false)]
    [InlineData("The street has only 40 lamps.", false)]
    [InlineData("The street has 40 lamps for scones.", false)]
    [InlineData("There are 40 lamps.", false)]
    [InlineData("The baker has $40.", false)]
    public void Numbers_that_describe_decide_nothing(string said, bool isAside)
    {
        var sketch = new Sketch("We bake scones and pies with 3 eggs each. " + said, "scones", "pies");
        Asides.Is(sketch.Context, sketch["40"]).Should().Be(isAside);
    }
}
