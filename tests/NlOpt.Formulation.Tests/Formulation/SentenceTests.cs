using System.Text;
using FluentAssertions;
using NlOpt.Modeling;
using Xunit;
using static NlOpt.Formulation.Tests.Formulation.Examples;

namespace NlOpt.Formulation.Tests.Formulation;

public class SentenceTests
{
    [Fact]
    public void EveryTemplateWithEveryLimitHasItsSentenceAndItsRow()
    {
        var text = new StringBuilder();
        foreach (var group in Statements.GroupBy(statement => Template.Of(statement).Id))
        {
            text.Append("# ").Append(group.Key).Append('\n');
            foreach (var statement in group)
            {
                var problem = Problem(statement);
                var lowered = Lowering.Lower(problem).Value;
                text.Append(PlainSentence.Of(statement, problem)).Append('\n');
                foreach (var row in lowered.RowsOf(0)) text.Append("    ").Append(AlgebraText.Of(row, lowered.Model)).Append('\n');
                foreach (var row in lowered.IndicatorsOf(0)) text.Append("    ").Append(AlgebraText.Of(row, lowered.Model)).Append('\n');
            }
        }

        GoldenFile.ShouldMatch(text.ToString(), "sentences.txt");
    }

    [Fact]
    public void TheExamplesCoverEveryTemplate() =>
        Statements.Select(Template.Of).Append(Template.Objective).Distinct().Should().BeEquivalentTo(Template.All);

    [Fact]
    public void ObjectivesAndPlansHaveTheirSentence()
    {
        var problem = Problem();
        ObjectiveStatement[] objectives =
        [
            Profit,
            Profit with { Constant = N(100) },
            new(ObjectiveSense.Maximize, ObjectiveClass.RevenueMinusCost, "the profit", [Term(Chairs, 20, 7), Term(Tables, 30, 12.5)]) { Unit = "$" },
            new(ObjectiveSense.Minimize, ObjectiveClass.Cost, "cost", [Term(Corn, 90), Term(Wheat, 70)]) { Unit = "$" },
            new(ObjectiveSense.Minimize, ObjectiveClass.Count, "number of pieces", [Term(Chairs, 1), Term(Tables, 1), Term(Benches, 1)]),
            new(ObjectiveSense.Maximize, ObjectiveClass.Count, " ", [Term(Chairs, 1)]),
            new(ObjectiveSense.Minimize, ObjectiveClass.Resource, "time", [Term(Chairs, 3), Term(Tables, 5)]) { Unit = "minutes" },
        ];
        var text = new StringBuilder();
        foreach (var objective in objectives)
        {
            var stated = problem with { Objective = objective };
            text.Append(PlainSentence.OfObjective(stated)).Append('\n');
            text.Append("    ").Append(AlgebraText.OfObjective(Lowering.Lower(stated).Value.Model)).Append('\n');
            text.Append("    ").Append(PlainSentence.OfPlan(stated, [12, 8, 0, 1.5, 0, 2500, 0, 0.125], 560)).Append('\n');
        }

        GoldenFile.ShouldMatch(text.ToString(), "objectives.txt");
    }

    [Theory]
    [InlineData("profit", "is")]
    [InlineData("earnings", "are")]
    [InlineData("running costs", "are")]
    [InlineData("number of trips", "is")]
    [InlineData("costs of the trip", "are")]
    [InlineData("bus", "is")]
    public void ManyThingsAre(string name, string verb) => PlainSentence.IsOrAre(Profit with { Name = name }).Should().Be(verb);

    [Theory]
    [InlineData(2.0 / 3, "2/3 times")]
    [InlineData(0.25, "0.25 times")]
    [InlineData(1.0 / 7, "1/7 times")]
    [InlineData(3, "3 times")]
    public void FactorsWhoseDigitsNeverEndAreFractions(double factor, string said) =>
        PlainSentence.Of(new Statement.Comparison(Chairs, ComparisonOperator.AtLeast, N(factor), Tables), Problem())
            .Should().Be($"At least {said} as many chairs as tables.");

    [Theory]
    [InlineData(0, null, "0")]
    [InlineData(1234567.5, null, "1,234,567.5")]
    [InlineData(-0.0004, null, "-0.0004")]
    [InlineData(1e-9, null, "1E-09")]
    [InlineData(2e20, null, "2E+20")]
    [InlineData(0.1 + 0.2, null, "0.3")]
    [InlineData(double.PositiveInfinity, "hours", "infinity hours")]
    [InlineData(12, "hours", "12 hours")]
    [InlineData(3.2, "$", "$3.20")]
    [InlineData(0.0125, "$", "$0.0125")]
    [InlineData(-1500, "€", "-€1,500")]
    public void AmountsReadAsPeopleWriteThem(double value, string? unit, string expected) => AmountText.Of(value, unit).Should().Be(expected);

    [Theory]
    [InlineData(0.25, "25%")]
    [InlineData(1.0 / 3, "a third")]
    [InlineData(2.0 / 3, "two thirds")]
    [InlineData(0.333, "33.3%")]
    public void SharesReadAsPeopleSayThem(double share, string expected) => AmountText.Percent(share).Should().Be(expected);

    [Theory]
    [InlineData(100.0 / 3, null, 33.3333)]
    [InlineData(100.0 / 3, "$", 33.33)]
    [InlineData(0.0125, "$", 0.0125)]
    [InlineData(1234567.891, null, 1234568)]
    [InlineData(-3e-12, null, 0)]
    public void ComputedNumbersAreRoundedForReading(double value, string? unit, double expected) =>
        AmountText.Readable(value, unit).Should().Be(expected);

    [Theory]
    [InlineData("hours", "hour")]
    [InlineData("square feet", "square foot")]
    [InlineData("boxes", "box")]
    [InlineData("batches", "batch")]
    [InlineData("calories", "calorie")]
    [InlineData("glasses", "glass")]
    [InlineData("hours of picking", "hour of picking")]
    [InlineData("square metres of land", "square metre of land")]
    [InlineData("kg", "kg")]
    [InlineData("$", "$1")]
    public void OneOfAUnit(string unit, string expected) => AmountText.OneOf(unit).Should().Be(expected);
}
