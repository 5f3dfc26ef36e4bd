using FluentAssertions;
using NlOpt.Understanding;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class ParagraphClassifierTests
{
    private static readonly ParagraphClassifier Classifier = new();

    [Theory]
    [InlineData("Maximize the income of the vineyard, which gets $9 a bottle of red and $7 a bottle of white.", "objective")]
    [InlineData("The courier wants as few rides as possible.", "objective")]
    [InlineData("How many vans of each kind should be rented to reduce the total cost?", "objective")]
    [InlineData("The school aims for the lowest possible number of buses.", "objective")]
    [InlineData("At most 12 violins can be built.", "upper-bound")]
    [InlineData("The number of night shifts cannot exceed 4.", "upper-bound")]
    [InlineData("The museum must show no fewer than 6 statues.", "lower-bound")]
    [InlineData("The total number of violins and cellos must be at most 30.", "sum-upper-bound")]
    [InlineData("Violins and cellos together must be at least 18.", "sum-lower-bound")]
    [InlineData("A violin takes 60 hours and a cello takes 90 hours. There are 1200 hours available.", "weighted-sum-upper-bound")]
    [InlineData("Each van holds 8 pupils and each bus holds 40 pupils. At least 300 pupils must be driven.", "weighted-sum-lower-bound")]
    [InlineData("At most 35% of all instruments can be cellos.", "proportion-upper-bound")]
    [InlineData("Statues must make up at least a quarter of the total exhibits.", "proportion-lower-bound")]
    [InlineData("The number of violins must be at least three times the number of cellos.", "comparison")]
    [InlineData("There must be more statues than paintings.", "comparison")]
    [InlineData("If the museum shows statues, it must show paintings.", "implication")]
    [InlineData("Paintings are shown only if statues are shown.", "implication")]
    [InlineData("If Hall B is not used, Hall C must not be used.", "implication")]
    [InlineData("Either Hall A or Hall B must be used, but not both.", "exactly-one")]
    [InlineData("Exactly one of violins and cellos has to be built.", "exactly-one")]
    [InlineData("If Hall A is not used, Hall B must be used.", "at-least-one")]
    [InlineData("The museum must show statues or paintings or both.", "at-least-one")]
    [InlineData("If Hall A is used, Hall B cannot be used.", "at-most-one")]
    [InlineData("Statues and paintings cannot both be shown.", "at-most-one")]
    [InlineData("The museum may show statues or paintings or neither, but not both.", "at-most-one")]
    public void Paragraphs_have_their_class(string text, string template) => Classifier.Classify(text).Value.Template.Id.Should().Be(template);

    [Fact]
    public void A_rule_comes_with_its_parts()
    {
        var reading = Classifier.Classify("If the museum shows statues, it must show paintings.").Value;
        var implication = reading.Statement.Should().BeOfType<Statement.Implication>().Subject;
        reading.Variables[implication.If.Activities[0].Variable.Index].Should().Be("statue");
        reading.Variables[implication.Then.Activities[0].Variable.Index].Should().Be("painting");
    }

    [Theory]
    [InlineData(" ", "read.empty")]
    [InlineData("The weather was fine.", "read.no-rule")]
    public void What_states_nothing_is_refused(string text, string code) => Classifier.Classify(text).Diagnostics.Should().ContainSingle().Which.Code.Should().Be(code);

    [Fact]
    public void A_long_text_is_refused() => Classifier.Classify(new string('a', 2001)).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("read.too-long");
}
