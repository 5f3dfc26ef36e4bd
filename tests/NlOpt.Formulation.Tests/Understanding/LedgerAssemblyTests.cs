using FluentAssertions;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class LedgerAssemblyTests
{
    [Fact]
    public void Every_number_has_one_use()
    {
        var sketch = new Sketch(
            "Two kinds of toys are made: kites and gliders, in a 12-month plan. A kite brings $4.50 and a glider 90 cents. At most 50% are kites. "
            + "At least 10 kites are sold; we said 10 kites already. One visitor came 7 times. Maximize the profit.",
            "kite", "glider");
        var formulation = sketch.Formulation(sketch.Column("4.50", "90 cents"), sketch.Row(LimitKind.Ratio, "50%", variable: 0), sketch.Row(LimitKind.Bound, "10", true, 0));
        formulation.Ledger.Should().HaveCount(9).And.BeInAscendingOrder(entry => entry.Evidence);
        var use = formulation.Ledger.Select(entry => (sketch.Source.Source.Quote(entry.Evidence), entry.Value, entry.Use)).ToList();
        use[0].Use.Should().Be(new NumberUse.SetAside("it counts the kinds of things"));
        use[1].Should().Be(("12", 12, new NumberUse.SetAside("it is part of the word “12-month”")));
        use[2].Should().Be(("$4.50", 4.5, new NumberUse.InObjective()));
        use[3].Should().Be(("90 cents", 0.9, new NumberUse.InObjective()));
        use[4].Should().Be(("50%", 0.5, new NumberUse.InStatement(0)));
        use[5].Should().Be(("10", 10, new NumberUse.InStatement(1)));
        use[6].Should().Be(("10", 10, new NumberUse.SetAside("it repeats “10 kites”")));
        use[7].Use.Should().Be(new NumberUse.SetAside("“One” stands for a single one here, not for an amount"));
        use[8].Use.Should().Be(new NumberUse.SetAside("it is not needed for the plan as read"));
    }

    [Fact]
    public void A_number_in_a_name_belongs_to_its_variable()
    {
        var sketch = new Sketch("Site 1 and site 2 are mined. Site 1 yields 5 tons and site 2 yields 8 tons. Maximize the yield in 2024.", "site 1", "site 2");
        var formulation = sketch.Formulation(sketch.Column("5", "8"));
        formulation.Ledger.Where(entry => entry.Use is NumberUse.InName).Select(entry => ((NumberUse.InName)entry.Use).Variable.Index).Should().Equal(0, 1, 0, 1);
        formulation.Ledger[^1].Use.Should().Be(new NumberUse.SetAside("it is a year"));
    }
}
