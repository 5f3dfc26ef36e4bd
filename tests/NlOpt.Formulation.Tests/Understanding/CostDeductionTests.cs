using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class CostDeductionTests
{
    private const string Ending = " At most 40 lamps and chairs can be made. Maximize the profit.";

    [Theory]
    [InlineData("A lamp sells for $20 and a chair sells for $50. A lamp costs $8 to make and a chair costs $30 to make.", "20", "50")]
    [InlineData("Each lamp costs $8 to make and sells for $20. Each chair costs $30 to make and sells for $50.", "20", "50")]
    [InlineData("Each lamp costs $8 to make and sells for $20. Each chair costs $30 to make and sells for $50.", "8", "30")]
    [InlineData("Lamps are bought for $8 and sold for $20, chairs are bought for $30 and sold for $50.", "20", "50")]
    [InlineData("The selling price of a lamp is $20 and that of a chair $50. The cost of a lamp is $8 and that of a chair $30.", "20", "50")]
    public void Profit_is_price_less_cost_whichever_of_them_was_taken(string text, string lamp, string chair)
    {
        var sketch = new Sketch(text + Ending, "lamp", "chair");
        var objective = sketch.Formulation(sketch.Column(lamp, chair), sketch.Row(LimitKind.Sum, "40")).Objective;
        objective.Class.Should().Be(ObjectiveClass.RevenueMinusCost);
        objective.Terms.Select(term => (term.Coefficient.Value, term.Deduction!.Value.Value)).Should().Equal((20, 8), (50, 30));
    }

    [Fact]
    public void A_cost_that_all_share_is_taken_off_each()
    {
        var sketch = new Sketch("Lamps sell for $20 and chairs sell for $50. Each costs $8 to make." + Ending, "lamp", "chair");
        sketch.Formulation(sketch.Column("20", "50")).Objective.Terms.Select(term => term.Value).Should().Equal(12, 42);
    }

    [Fact]
    public void A_budget_may_limit_the_costs_too()
    {
        var sketch = new Sketch("A lamp costs $8 and sells for $20. A chair costs $30 and sells for $50. At most $900 can be spent." + Ending, "lamp", "chair");
        var problem = sketch.Formulation(sketch.Column("20", "50"), sketch.Row(LimitKind.Column, "900", terms: sketch.Column("8", "30")));
        problem.Objective.Terms.Select(term => term.Value).Should().Equal(12, 20);
        problem.Statements.Should().ContainSingle();
    }

    [Theory]
    [InlineData("A lamp costs $8 and is sold for a profit of $20. A chair costs $30 and is sold for a profit of $50.")]
    [InlineData("A lamp costs $8 and sells for $20. A chair costs $30 and earns $50.")]
    [InlineData("A lamp costs $8 and sells for $20. A chair sells for $50.")]
    public void Nothing_is_taken_off_a_profit_or_where_a_cost_is_missing(string text)
    {
        var sketch = new Sketch(text + Ending, "lamp", "chair");
        sketch.Formulation(sketch.Column("20", "50")).Objective.Terms.Should().OnlyContain(term => term.Deduction == null);
    }
}
