using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class AttachmentRulesTests
{
    [Theory]
    [InlineData("Each kind takes 20 minutes.", true)]
    [InlineData("Every loaf takes 20 minutes.", true)]
    [InlineData("Whatever the sort, a loaf takes 20 minutes.", true)]
    [InlineData("All of them take 20 minutes apiece.", true)]
    [InlineData("It takes 20 minutes every day.", false)]
    [InlineData("Each of the others takes 20 minutes.", false)]
    [InlineData("Each scone takes 20 minutes.", false)]
    [InlineData("It takes 20 minutes.", false)]
    public void What_is_said_of_every_kind_goes_to_all_alike(string said, bool isAll)
    {
        var sketch = new Sketch("We bake scones and pies. " + said, "scones", "pies");
        double[] probabilities = [0.4, 0.4, 0.2];
        AttachmentRules.Apply(sketch.Context, sketch["20"], probabilities);
        probabilities.Sum().Should().BeApproximately(1, 1e-9);
        (probabilities[2] > 0.5).Should().Be(isAll);
    }
}
