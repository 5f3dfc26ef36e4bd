using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class LimitRulesTests
{
    [Theory]
    [InlineData("At least 20 goods of each kind must be baked.", true)]
    [InlineData("No type can exceed 20 goods.", true)]
    [InlineData("It can bake at most 20 goods of both sorts.", true)]
    [InlineData("It can bake at most 20 of each product.", true)]
    [InlineData("At least 20 must be baked for every location.", true)]
    [InlineData("It can bake at most 20 goods on each day.", false)]
    [InlineData("It can bake at most 20 goods of either kind.", false)]
    [InlineData("If 20 goods must be baked, how many of each type should it bake?", false)]
    [InlineData("It spends at most 20% of its flour on each kind.", false)]
    public void Each_kind_means_every_variable_by_itself(string text, bool isEach)
    {
        var sketch = new Sketch(text, "scones", "pies");
        List<LimitTarget> candidates = [new(LimitKind.Sum), new(LimitKind.Bound, 0), new(LimitKind.BoundEach)];
        double[] probabilities = [0.4, 0.3, 0.3];
        LimitRules.Apply(sketch.Context, sketch.Context.Numbers[0], candidates, [], probabilities);
        probabilities.Sum().Should().BeApproximately(1, 1e-9);
        (probabilities[2] > 0.5).Should().Be(isEach);
    }
}
