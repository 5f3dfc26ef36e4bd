using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Formulation.Units;
using NlOpt.Modeling;
using Xunit;
using static NlOpt.Formulation.Tests.Formulation.Examples;

namespace NlOpt.Formulation.Tests.Formulation.Units;

/// <summary>Numbers stand in the texts; a formulation is made from them by naming each by its digits.</summary>
public class UnitLedgerTests
{
    [Fact]
    public void A_mixed_row_is_converted_to_its_finest_measure_and_noted()
    {
        const string text = "A chair takes 30 minutes of sawing, a table takes 2 hours of sawing; there are 40 hours.";
        var found = Reconcile(text, Weighted(text, "hours of sawing", "30", "2", new Limit.AtMost(At(text, "40"))));
        var sum = found.Formulation.Statements[0].Should().BeOfType<Statement.WeightedSum>().Subject;
        sum.Terms.Select(term => term.Value).Should().Equal(30, 120);
        sum.Limit.Upper.Should().Be(2400);
        sum.Unit.Should().Be("minutes of sawing");
        sum.Numbers.Should().OnlyContain(number => number.Evidence != null);
        found.Conversions.Select(conversion => conversion.ToString()).Should().Equal("2 hours = 120 minutes", "40 hours = 2,400 minutes");
        found.Conversions.Should().OnlyContain(conversion => conversion.IsSure);
        found.Formulation.Ledger.Select(entry => (entry.Value, entry.Note)).Should().Equal((30, null), (2, "2 hours = 120 minutes"), (40, "40 hours = 2,400 minutes"));
    }

    [Theory]
    [InlineData("A chair takes 30 minutes, a table takes 20 minutes; there are 400 minutes.")]
    [InlineData("A chair takes 30 units, a table takes 20 hours; there are 400 hours.")]
    [InlineData("A chair takes 30, a table takes 20; there are 400 hours.")]
    [InlineData("A chair takes 30 and a table 20 cuts of an hour; there are 400 minutes.")]
    [InlineData("A chair earns 30% and a table earns 20% of what is paid; there must be $400.")]
    public void What_agrees_or_says_nothing_stays(string text)
    {
        var found = Reconcile(text, Weighted(text, null, "30", "20", new Limit.AtMost(At(text, "400"))));
        found.Conversions.Should().BeEmpty();
        found.Conflicts.Should().BeEmpty();
        found.Formulation.Statements[0].Numbers.Select(number => number.Value).Should().Equal(30, 20, 400);
    }

    [Theory]
    [InlineData("A chair takes 3 and a table 2 hours of work respectively; there are 400 minutes.")]
    [InlineData("They take 3 and 2 labour hours; there are 400 minutes.")]
    [InlineData("A chair takes 3 hours of cutting, a table 2; there are 400 minutes.")]
    [InlineData("The 3-hour chair, the 2-hour table; there are 400 min of work.")]
    public void Shared_and_elided_units_are_read(string text)
    {
        var found = Reconcile(text, Weighted(text, null, "3", "2", new Limit.AtMost(At(text, "400"))));
        found.Formulation.Statements[0].Numbers.Select(number => number.Value).Should().Equal(180, 120, 400);
    }

    [Fact]
    public void What_cannot_be_added_is_reported_and_left()
    {
        const string text = "A chair takes 3 hours, a table takes 2 hours; there are 400 kg.";
        var found = Reconcile(text, Weighted(text, "hours", "3", "2", new Limit.AtMost(At(text, "400"))));
        found.Conversions.Should().BeEmpty();
        var conflict = found.Conflicts.Should().ContainSingle().Subject;
        (found.Formulation.Source.Quote(conflict.Number), conflict.Measure!.Name, conflict.Expected.Name).Should().Be(("400", "kg", "hours"));
        found.Formulation.Statements[0].Numbers.Select(number => number.Value).Should().Equal(3, 2, 400);
    }

    [Fact]
    public void A_number_without_unit_among_mixed_ones_is_reported()
    {
        const string text = "A chair takes 3 hours, a table takes 20 minutes; there are 400.";
        Reconcile(text, Weighted(text, null, "3", "20", new Limit.AtMost(At(text, "400")))).Conflicts.Should().ContainSingle()
            .Which.Measure.Should().BeNull();
    }

    [Fact]
    public void A_limit_on_an_amount_takes_the_measure_of_the_variable()
    {
        const string text = "Plant at least 2 hectares of corn, at most 40 acres of wheat and corn together.";
        var found = Reconcile(
            text,
            new Statement.SingleVariable(Corn, new Limit.AtLeast(At(text, "2"))),
            new Statement.Sum([Corn, Wheat], new Limit.AtMost(At(text, "40"))));
        found.Formulation.Statements[0].Numbers.Single().Value.Should().BeApproximately(4.942107629, 1e-8);
        found.Formulation.Statements[1].Numbers.Single().Value.Should().Be(40);
    }

    [Fact]
    public void An_amount_per_another_measure_than_that_of_the_variable_is_converted()
    {
        const string text = "Corn needs 20 kg of seed per hectare; there are 5000 kg of seed.";
        var found = Reconcile(text, new Statement.WeightedSum([new(Corn, At(text, "20"))], new Limit.AtMost(At(text, "5000"))) { Unit = "kg of seed" });
        found.Conversions.Should().ContainSingle().Which.ToString().Should().Be("20 kg per hectare = 8.093712845 kg per acre");
        found.Formulation.Statements[0].As<Statement.WeightedSum>().Unit.Should().Be("kg of seed");
    }

    [Fact]
    public void The_objective_is_one_row_too()
    {
        const string text = "A chair takes 30 minutes and a table takes 2 hours; the less time the better.";
        var problem = Problem() with
        {
            Source = Source.Of(text),
            Objective = new(ObjectiveSense.Minimize, ObjectiveClass.Resource, "time", [new(Chairs, At(text, "30")), new(Tables, At(text, "2"))]) { Unit = "minutes" },
        };
        var objective = UnitLedger.Reconcile(problem).Formulation.Objective;
        objective.Terms.Select(term => term.Value).Should().Equal(30, 120);
        objective.Unit.Should().Be("minutes");
    }

    [Fact]
    public void Loose_measures_are_converted_but_not_surely()
    {
        const string text = "A chair takes 30 hours, a table takes 2 days; there are 400 hours.";
        Reconcile(text, Weighted(text, null, "30", "2", new Limit.AtMost(At(text, "400")))).Conversions.Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Value = 2.0, Converted = 48.0, IsSure = false });
        const string tons = "A chair takes 3 lbs, a table takes 2 pounds; there are 4 tons.";
        Reconcile(tons, Weighted(tons, null, "3", "2", new Limit.AtMost(At(tons, "4")))).Conversions.Should().ContainSingle().Which
            .Converted.Should().Be(8000, "beside pounds a ton is 2,000 of them");
    }

    private static UnitFindings Reconcile(string text, params ImmutableArray<Statement> statements)
    {
        var problem = Problem(statements) with { Source = Source.Of(text) };
        var numbers = statements.SelectMany(statement => statement.Numbers).Select(number => new LedgerEntry(number.Evidence!.Value, number.Value, new NumberUse.InStatement(0)));
        return UnitLedger.Reconcile(problem with { Ledger = [.. numbers] });
    }

    private static Statement.WeightedSum Weighted(string text, string? unit, string chairs, string tables, Limit limit) =>
        new([new(Chairs, At(text, chairs)), new(Tables, At(text, tables))], limit) { Unit = unit };

    /// <summary>The number at the first place of its digits, signs around it included.</summary>
    private static SourcedNumber At(string text, string digits)
    {
        var (start, end) = (text.IndexOf(digits, StringComparison.Ordinal), 0);
        end = start + digits.Length;
        if (text[end] == '%') end++;
        if (start > 0 && text[start - 1] == '$') start--;
        return new(double.Parse(digits), new Evidence(start, end));
    }
}
