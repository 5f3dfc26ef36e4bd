using FluentAssertions;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class UnitAssemblyTests
{
    [Fact]
    public void A_reading_holds_converted_numbers_and_says_so_in_its_ledger()
    {
        var sketch = new Sketch("A lamp takes 20 minutes and a chair takes 2 hours. There are 30 hours. Maximize the number of lamps and chairs.", "lamp", "chair");
        var problem = sketch.Formulation(null, sketch.Row(LimitKind.Column, "30", terms: sketch.Column("20", "2")));
        problem.Statements.Single().Numbers.Select(number => number.Value).Should().Equal(20, 120, 1800);
        problem.Ledger.Select(entry => (entry.Value, entry.Note)).Should().Equal((20, null), (2, "2 hours = 120 minutes"), (30, "30 hours = 1,800 minutes"));
        PlainSentence.Of(problem.Statements[0], problem).Should().Be("Lamps at 20 minutes each and chairs at 120 minutes each: at most 1,800 minutes in all.");
    }

    [Fact]
    public void A_charge_goes_to_the_row_of_what_it_takes_and_is_converted_with_it()
    {
        var sketch = new Sketch(
            "A lamp takes 2 hours of painting and a chair takes 5 hours of painting. A lamp takes 3 hours of drying and a chair takes 4 hours of drying. "
            + "There are 30 hours of painting and 40 hours of drying. Setting up for lamps takes 90 minutes of drying once. Maximize the number of lamps and chairs.",
            "lamp", "chair");
        var problem = sketch.Formulation(
            null, sketch.Row(LimitKind.Column, "30", terms: sketch.Column("2", "5")), sketch.Row(LimitKind.Column, "40", terms: sketch.Column("3", "4")));
        problem.Statements.Cast<Statement.WeightedSum>().Select(row => row.FixedCharges.Length).Should().Equal(0, 1);
        problem.Statements[1].Numbers.Select(number => number.Value).Should().Equal(180, 240, 90, 2400);
    }

    [Fact]
    public void Amounts_that_do_not_go_together_are_asked_about()
    {
        var sketch = new Sketch("A lamp takes 20 minutes and a chair takes 2 kg. There are 30 hours. Maximize the number of lamps and chairs.", "lamp", "chair");
        Questions(sketch, sketch.Row(LimitKind.Column, "30", terms: sketch.Column("20", "2")))
            .Should().Contain(question => question.Text == "What is 2 in minutes? It is measured in kg, but goes with amounts in minutes.");
    }

    [Fact]
    public void A_conversion_that_depends_on_what_is_meant_is_asked_about()
    {
        var sketch = new Sketch("A lamp takes 20 hours and a chair takes 2 days. There are 30 days. Maximize the number of lamps and chairs.", "lamp", "chair");
        var question = Questions(sketch, sketch.Row(LimitKind.Column, "30", terms: sketch.Column("20", "2")))
            .Should().Contain(question => question.Text == "Is it right here that 2 days = 48 hours?").Subject;
        question.Options.Should().HaveCount(2);
    }

    private static IEnumerable<Question> Questions(Sketch sketch, DecodedRow row)
    {
        var reading = sketch.Reading(null, row);
        return QuestionFinder.Find(sketch.Assemble(reading)!, [new(reading, 1, [])], sketch.Source, sketch.Spans);
    }
}
