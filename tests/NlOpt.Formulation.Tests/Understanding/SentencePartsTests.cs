using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class SentencePartsTests
{
    [Theory]
    [InlineData("At least 20 scones must be baked, and at most 90 eggs are used.", false)]
    [InlineData("At least 20 scones must be baked but 90 eggs are left.", false)]
    [InlineData("It must bake 20 or more scones, pies or tarts on 90 trays.", true)]
    public void Clauses_are_parts_and_lists_are_not(string text, bool areOnePart)
    {
        var sketch = new Sketch(text, "scones", "pies", "tarts");
        (sketch.Context.Parts.Of(sketch["20"].First) == sketch.Context.Parts.Of(sketch["90"].First)).Should().Be(areOnePart);
    }

    [Theory]
    [InlineData("It bakes scones because over 20 people like them.", nameof(PartOpening.Reason))]
    [InlineData("As 20 people like scones, it bakes them.", nameof(PartOpening.Reason))]
    [InlineData("If 20 scones are baked, pies are not.", nameof(PartOpening.Condition))]
    [InlineData("It bakes pies and if 20 scones are baked, no tarts.", nameof(PartOpening.Condition))]
    [InlineData("It bakes as many as 20 scones.", nameof(PartOpening.Plain))]
    public void The_opening_word_tells_what_a_part_is_for(string text, string opening)
    {
        var sketch = new Sketch(text, "scones", "pies");
        sketch.Context.Parts.OpeningAt(sketch["20"].First).ToString().Should().Be(opening);
    }
}
