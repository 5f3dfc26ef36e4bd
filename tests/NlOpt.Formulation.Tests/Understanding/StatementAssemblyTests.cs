using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class StatementAssemblyTests
{
    private const string Text =
        "A workshop builds stools and desks. A stool takes 2 hours of sawing and a desk takes 5 hours of sawing, and there are 120 hours of sawing available. "
        + "At least 10 stools must be built, and at most 40 pieces can be stored. No more than 30% can be desks. "
        + "There must be at least twice as many stools as desks. Desks cannot outnumber stools. "
        + "The profit is $12 per stool and $30 per desk. Maximize the profit.";

    private static readonly Sketch Workshop = new(Text, "stool", "desk");

    private static readonly DecisionVariableId Stools = new(0);
    private static readonly DecisionVariableId Desks = new(1);

    private static Statement Only(Sketch sketch, DecodedRowOf row) => sketch.Formulation(null, row(sketch)).Statements.Should().ContainSingle().Subject;

    private delegate NlOpt.Understanding.Decoding.DecodedRow DecodedRowOf(Sketch sketch);

    private static double[] Values(Statement statement) => [.. statement.Numbers.Select(number => number.Value)];

    [Fact]
    public void A_bound_is_a_statement_about_one_variable()
    {
        var statement = Only(Workshop, sketch => sketch.Row(LimitKind.Bound, "10", true, 0));
        statement.Should().BeOfType<Statement.SingleVariable>().Which.Variable.Should().Be(Stools);
        statement.As<Statement.SingleVariable>().Limit.Should().BeOfType<Limit.AtLeast>();
        Workshop.Quotes(statement.Numbers.Select(number => number.Evidence!.Value)).Should().Equal("10");
        Workshop.Quotes(statement.Evidence).Should().Equal("At least 10 stools must be built");
    }

    [Fact]
    public void A_sum_is_a_statement_about_all()
    {
        var sum = Only(Workshop, sketch => sketch.Row(LimitKind.Sum, "40")).Should().BeOfType<Statement.Sum>().Subject;
        sum.Variables.Should().Equal(Stools, Desks);
        sum.Limit.Upper.Should().Be(40);
        Workshop.Quotes(sum.Evidence).Should().Equal("at most 40 pieces can be stored");
    }

    [Fact]
    public void A_column_is_a_weighted_sum_with_its_unit_and_the_words_of_its_amounts()
    {
        var sum = Only(Workshop, sketch => sketch.Row(LimitKind.Column, "120", terms: sketch.Column("2", "5"))).Should().BeOfType<Statement.WeightedSum>().Subject;
        sum.Terms.Select(term => (term.Variable, term.Value)).Should().Equal((Stools, 2), (Desks, 5));
        sum.Unit.Should().Be("hours of sawing");
        Workshop.Quotes(sum.Evidence).Should().Equal(
            "there are 120 hours of sawing available", "A stool takes 2 hours of sawing and a desk takes 5 hours of sawing");
        sum.Probability.Should().BeApproximately(Math.Pow(0.99, 7), 1e-9, "the role, target and direction of the limit and the role and variable of two amounts");
    }

    [Fact]
    public void A_share_is_a_proportion_of_all()
    {
        var share = Only(Workshop, sketch => sketch.Row(LimitKind.Ratio, "30%", variable: 1)).Should().BeOfType<Statement.Proportion>().Subject;
        share.Part.Should().Equal(Desks);
        share.Whole.Should().Equal(Stools, Desks);
        share.Share.Upper.Should().Be(0.3);
        Workshop.Quotes(share.Numbers.Select(number => number.Evidence!.Value)).Should().Equal("30%");
    }

    [Fact]
    public void A_multiple_is_a_comparison_with_its_factor()
    {
        var comparison = Only(Workshop, sketch => sketch.Multiple("twice", true, 0, 1)).Should().BeOfType<Statement.Comparison>().Subject;
        (comparison.Left, comparison.Operator, comparison.Factor.Value, comparison.Right).Should().Be((Stools, ComparisonOperator.AtLeast, 2, Desks));
        comparison.Factor.Evidence.Should().NotBeNull();
    }

    [Fact]
    public void A_comparison_without_number_has_the_factor_one()
    {
        var comparison = Only(Workshop, sketch => sketch.Comparison("outnumber", false, 1, 0)).Should().BeOfType<Statement.Comparison>().Subject;
        (comparison.Left, comparison.Operator, comparison.Factor).Should().Be((Desks, ComparisonOperator.AtMost, new SourcedNumber(1)));
        Workshop.Quotes(comparison.Evidence).Should().Equal("Desks cannot outnumber stools");
    }

    [Fact]
    public void What_is_said_twice_stands_once_with_both_places()
    {
        var sketch = new Sketch("Sell at least 10 stools. Again: never sell fewer than 10 stools, or desks. Maximize profit.", "stool", "desk");
        var statement = sketch.Formulation(null, sketch.Row(LimitKind.Bound, "10", true, 0), sketch.Row(LimitKind.Bound, "10#2", true, 0)).Statements.Should().ContainSingle().Subject;
        sketch.Quotes(statement.Evidence).Should().Equal("Sell at least 10 stools", "never sell fewer than 10 stools, or desks");
    }

    [Theory]
    [InlineData("Exactly 40 stools are needed, and desks.", true)]
    [InlineData("The number of stools must be equal to 40, and desks.", true)]
    [InlineData("Spend precisely $40 on stools and desks.", true)]
    [InlineData("The number of stools is less than or equal to 40, and desks.", false)]
    [InlineData("Make not exactly 40 stools, but fewer, and desks.", false)]
    [InlineData("Make 40 stools, and desks.", false)]
    public void Exactly_makes_an_equality(string text, bool isExact)
    {
        var sketch = new Sketch(text + " Maximize profit.", "stool", "desk");
        var limit = Only(sketch, it => it.Row(LimitKind.Bound, "40", variable: 0)).As<Statement.SingleVariable>().Limit;
        (limit is Limit.Exactly).Should().Be(isExact);
    }

    [Fact]
    public void Exactly_makes_an_equal_comparison()
    {
        var sketch = new Sketch("Build exactly 3 times as many stools as desks. Maximize profit.", "stool", "desk");
        Only(sketch, it => it.Multiple("3", true, 0, 1)).As<Statement.Comparison>().Operator.Should().Be(ComparisonOperator.Equal);
    }

    [Theory]
    [InlineData("Build between 10 and 20 stools, or desks.", true, true)]
    [InlineData("Build from 10 stools to 20 stools, or desks.", false, true)]
    [InlineData("Build at least 10 stools but at most 20, or desks.", true, true)]
    [InlineData("Build at least 10 stools. Build at most 20, or desks.", true, false)]
    public void Two_bounds_of_one_sentence_are_a_range(string text, bool isLowAtLeast, bool isRange)
    {
        var sketch = new Sketch(text + " Maximize profit.", "stool", "desk");
        var statements = sketch.Formulation(null, sketch.Row(LimitKind.Bound, "10", isLowAtLeast, 0), sketch.Row(LimitKind.Bound, "20", !isLowAtLeast, 0)).Statements;
        statements.Should().HaveCount(isRange ? 1 : 2);
        if (isRange) statements[0].As<Statement.SingleVariable>().Limit.Should().BeOfType<Limit.Between>().Which.Numbers.Select(number => number.Value).Should().Equal(10, 20);
    }

    [Fact]
    public void Two_bounds_in_doubtful_directions_stay_two()
    {
        var sketch = new Sketch("Build 10 stools but 20 at last, or desks. Maximize profit.", "stool", "desk");
        sketch.Formulation(null, sketch.Row(LimitKind.Bound, "10", true, 0, direction: 0.6), sketch.Row(LimitKind.Bound, "20", false, 0)).Statements.Should().HaveCount(2);
    }

    [Fact]
    public void With_one_variable_a_sum_is_a_bound_and_a_share_says_nothing()
    {
        var sketch = new Sketch("Build at most 40 stools, 30% of them painted. Maximize profit.", "stool");
        var statements = sketch.Formulation(null, sketch.Row(LimitKind.Sum, "40"), sketch.Row(LimitKind.Ratio, "30%", variable: 0)).Statements;
        Values(statements.Should().ContainSingle().Which.Should().BeOfType<Statement.SingleVariable>().Subject).Should().Equal(40);
    }

    [Fact]
    public void A_reading_that_no_formulation_can_hold_is_none() =>
        Workshop.Assemble(Workshop.Reading(null, Workshop.Row(LimitKind.Ratio, "40", variable: 0))).Should().BeNull("40 is no share");

    [Fact]
    public void A_money_column_has_the_currency_as_unit()
    {
        var sketch = new Sketch("Stools cost €4 and desks cost €9 each, and €500 can be spent. Maximize output.", "stool", "desk");
        Only(sketch, it => it.Row(LimitKind.Column, "500", terms: it.Column("4", "9"))).As<Statement.WeightedSum>().Unit.Should().Be("€");
        sketch.Quotes(sketch.Context.Numbers.Select(number => sketch.Spans.Number(number.Quantity))).Should().Equal("€4", "€9", "€500");
    }

    [Fact]
    public void Evidence_names_the_turn_it_was_said_in()
    {
        var sketch = new Sketch("We build stools and desks. Maximize profit.||At least 10 stools are needed.", "stool", "desk");
        var evidence = Only(sketch, it => it.Row(LimitKind.Bound, "10", true, 0)).Evidence.Should().ContainSingle().Subject;
        evidence.Should().Be(new Evidence(0, 29, 1));
        sketch.Quotes([evidence]).Should().Equal("At least 10 stools are needed");
    }
}
