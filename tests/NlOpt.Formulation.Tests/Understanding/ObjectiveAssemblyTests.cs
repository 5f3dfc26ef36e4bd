using FluentAssertions;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class ObjectiveAssemblyTests
{
    private static ObjectiveStatement Of(string text, params string[] column)
    {
        var sketch = new Sketch(text, "van", "truck");
        return sketch.Formulation(column.Length == 0 ? null : sketch.Column(column)).Objective;
    }

    [Theory]
    [InlineData("A van earns $20 and a truck earns $30. How many of each maximize the profit?", ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit", "$")]
    [InlineData("A van costs $20 and a truck costs $30. Minimize his total weekly cost.", ObjectiveSense.Minimize, ObjectiveClass.Cost, "total weekly cost", "$")]
    [InlineData("A van takes 20 minutes and a truck takes 30 minutes. Minimize the total time needed.", ObjectiveSense.Minimize, ObjectiveClass.Resource, "total time", "minutes")]
    [InlineData("A van emits 20 units of smoke and a truck 30 units of smoke. Choose vans and trucks so that the smoke is minimized.", ObjectiveSense.Minimize, ObjectiveClass.Resource, "smoke", "units of smoke")]
    [InlineData("A van earns $20 and a truck earns $30. Which mix brings the company's highest revenue?", ObjectiveSense.Maximize, ObjectiveClass.Profit, "revenue", "$")]
    [InlineData("A van costs £20 and a truck costs £30. Formulate an LP to minimize.", ObjectiveSense.Minimize, ObjectiveClass.Cost, "cost", "£")]
    public void Sense_class_name_and_unit_follow_from_the_words(string text, ObjectiveSense sense, ObjectiveClass kind, string name, string unit)
    {
        var objective = Of(text, "20", "30");
        (objective.Sense, objective.Class, objective.Name, objective.Unit).Should().Be((sense, kind, name, unit));
        objective.Terms.Select(term => term.Value).Should().Equal(20, 30);
        objective.Terms.Should().OnlyContain(term => term.Coefficient.Evidence != null);
    }

    [Theory]
    [InlineData("maximize my courier company's profit by choosing vans and trucks.", "profit")]
    [InlineData("make the weekly profit as large as possible.", "weekly profit")]
    [InlineData("earn as much profit as possible.", "profit")]
    [InlineData("deliver everything as quickly as possible.", "time")]
    [InlineData("minimize the total amount of fuel my company can burn.", "total amount of fuel")]
    [InlineData("minimize the running costs of vans and trucks.", "running costs")]
    [InlineData("minimize our driving days to save money.", "driving days")]
    [InlineData("earn as much as I can.", "earnings")]
    [InlineData("maximise what I earn.", "earnings")]
    [InlineData("use as little fuel as we can.", "fuel")]
    [InlineData("find the cheapest fleet.", "cost")]
    [InlineData("find the best plan for my profit.", "profit")]
    [InlineData("minimize the CO2 of the fleet.", "co2 of the fleet")]
    [InlineData("find the fastest fleet.", "time")]
    public void Names_are_whole_and_end_where_the_thing_ends(string goal, string name) =>
        Of($"A van earns 20 and a truck earns 30. I want to {goal}", "20", "30").Name.Should().Be(name);

    [Fact]
    public void A_count_has_coefficients_one_without_words()
    {
        var objective = Of("A van carries 20 boxes and a truck carries 30 boxes. Minimize the total number of trips.");
        objective.Class.Should().Be(ObjectiveClass.Count);
        objective.Name.Should().Be("total number of trips");
        objective.Unit.Should().BeNull();
        objective.Terms.Should().OnlyContain(term => term.Coefficient == new SourcedNumber(1));
    }

    [Theory]
    [InlineData("I want to rent as many vans as possible.", new[] { 0 })]
    [InlineData("Maximize the number of trucks.", new[] { 1 })]
    [InlineData("I want to rent as many vans and trucks as possible.", new[] { 0, 1 })]
    [InlineData("The total number of vans and trucks should be as small as possible.", new[] { 0, 1 })]
    public void As_many_as_possible_of_one_thing_counts_that_thing(string goal, int[] variables)
    {
        var sketch = new Sketch($"A van carries 20 boxes and a truck carries 30 boxes. {goal}", "van", "truck");
        sketch.Formulation(null).Objective.Terms.Select(term => term.Variable.Index).Should().Equal(variables);
    }

    [Fact]
    public void The_first_evidence_is_the_sentence_that_wants_it()
    {
        var sketch = new Sketch("A van earns $20 and a truck earns $30. Maximize the profit!", "van", "truck");
        var objective = sketch.Formulation(sketch.Column("20", "30")).Objective;
        sketch.Quotes(objective.Evidence).Should().Equal("Maximize the profit", "A van earns $20 and a truck earns $30");
        sketch.Quotes(objective.Numbers.Select(number => number.Evidence!.Value)).Should().Equal("$20", "$30");
        objective.Probability.Should().BeApproximately(Math.Pow(0.99, 5), 1e-9);
    }
}
