using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class VariableAssemblyTests
{
    private static IEnumerable<string> Names(string text, params string[] variables) =>
        new Sketch(text, variables).Formulation(null).Variables.Select(variable => variable.Name);

    [Fact]
    public void A_name_is_the_longest_usual_form_in_the_plural()
    {
        Names("Oak tables and pine tables are made. Each oak table takes 3 hours. Oak tables sell well; a pine table takes 2 hours.", "oak table", "pine table")
            .Should().Equal("oak tables", "pine tables");
    }

    [Fact]
    public void A_name_keeps_the_capitals_of_a_proper_noun() =>
        Names("We blend Arabica and house coffee. Arabica costs $3 and house coffee $2.", "arabica", "house coffee").Should().Equal("Arabica", "house coffee");

    [Fact]
    public void A_capital_at_the_start_of_a_sentence_is_not_part_of_the_name() =>
        Names("Kites and gliders are sewn. Kites take 2 hours, gliders 3.", "kite", "glider").Should().Equal("kites", "gliders");

    [Fact]
    public void A_letter_at_the_end_makes_no_proper_noun() =>
        Names("Press A prints 40 sheets, press B 30.", "press a", "press b").Should().Equal("press A", "press B");

    [Fact]
    public void A_name_has_no_leading_determiner_and_keeps_hyphens_and_digits() =>
        Names("We sew the 2-piece suit and the 3-piece suit. A 2-piece suit needs 4 hours, a 3-piece suit 5.", "2 piece suit", "3 piece suit")
            .Should().Equal("2-piece suit", "3-piece suit");

    [Fact]
    public void Names_are_unique()
    {
        var names = Names("Red balls and blue balls are packed in boxes.", "ball", "ball");
        names.Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Fact]
    public void Every_place_is_a_mention()
    {
        var sketch = new Sketch("Kites and gliders are sewn. A kite takes 2 hours; the glider 3. Sell kites!", "kite", "glider");
        var variables = sketch.Formulation(null).Variables;
        sketch.Quotes(variables[0].Mentions).Should().Equal("Kites", "kite", "kites");
        sketch.Quotes(variables[1].Mentions).Should().Equal("gliders", "glider");
    }

    [Theory]
    [InlineData("How many acres of wheat and how many acres of corn should be planted? Maximize profit.", "wheat|corn", "acres", Divisibility.Divisible)]
    [InlineData("How many kilograms of each should be mixed? Almonds cost $3, walnuts $4.", "almond|walnut", "kilograms", Divisibility.Divisible)]
    [InlineData("An acre of wheat brings $5 and an acre of corn $4.", "wheat|corn", "acres", Divisibility.Divisible)]
    [InlineData("A gallon of primer and a gallon of varnish are sold.", "primer|varnish", "gallons", Divisibility.Divisible)]
    [InlineData("Cleaning hours cost $5 and training hours cost $7.", "cleaning hour|training hour", "hours", Divisibility.Divisible)]
    [InlineData("Each serving of rice has 4 grams of fat, each serving of beans 3.", "rice|bean", "servings", Divisibility.Whole)]
    [InlineData("Chairs take 3 hours, tables 4.", "chair|table", null, Divisibility.Whole)]
    [InlineData("Each van carries 30 boxes, each truck 80.", "van|truck", null, Divisibility.Whole)]
    [InlineData("The more milk and the more oil we sell the better.", "milk|oil", null, Divisibility.Divisible)]
    public void Units_and_divisibility_follow_from_how_the_text_counts(string text, string variables, string? unit, Divisibility divisibility)
    {
        foreach (var variable in new Sketch(text, variables.Split('|')).Formulation(null).Variables)
        {
            variable.Unit.Should().Be(unit);
            variable.Divisibility.Should().Be(divisibility);
            variable.DivisibilityReason.Should().NotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void Money_that_is_invested_is_counted_in_its_currency()
    {
        var sketch = new Sketch("Invest up to $9000 in bonds and shares. Bonds return 4% and shares 6%. At least $1000 goes into bonds. Maximize the return.", "bond", "share");
        var formulation = sketch.Formulation(
            sketch.Column("4%", "6%"), sketch.Row(LimitKind.Sum, "9000"), sketch.Row(LimitKind.Bound, "1000", true, 0));
        formulation.Variables.Should().OnlyContain(variable => variable.Unit == "$" && variable.Divisibility == Divisibility.Divisible);
        formulation.Objective.Class.Should().Be(ObjectiveClass.Profit);
        formulation.Objective.Unit.Should().Be("$");
        PlainSentence.Of(formulation.Statements[1], formulation).Should().Be("At least $1,000 in bonds.");
    }

    [Fact]
    public void What_an_ingredient_is_measured_in_is_not_the_unit_of_the_plan()
    {
        var sketch = new Sketch("A loaf takes 2 kilograms of dough and a roll takes 1 kilogram of dough. Maximize sales of loaves and rolls.", "loaf|dough", "roll");
        var formulation = sketch.Formulation(null, sketch.Row(LimitKind.Column, "2", terms: sketch.Column("2", "1")));
        formulation.Variables[0].Unit.Should().BeNull();
    }
}
