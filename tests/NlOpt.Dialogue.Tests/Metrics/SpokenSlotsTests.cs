using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Dialogue.Metrics;
using NlOpt.Formulation;
using Xunit;
using static NlOpt.Dialogue.Tests.Workshop;

namespace NlOpt.Dialogue.Tests.Metrics;

public class SpokenSlotsTests
{
    /// <summary>As in <see cref="SlotComparisonTests"/>, without the kinds.</summary>
    private const int Slots = 15;

    private const string Statement = "A workshop makes oak chairs and pine tables in a barn and wants the largest profit.";

    private const string Summary = """
        Let me sum up:
        - You want to maximize your profit.
        - Each oak chair brings $20 and each pine table brings $30.
        - An oak chair takes 2 hours of work, a pine table takes 3 hours.
        - You have at most 40 hours.
        - You make at least 5 oak chairs.
        Is that right?
        """;

    private static readonly SlotSheet Gold = SlotSheet.Of(Problem);

    [Fact]
    public void AFullSummaryFillsAllSlots() => Count(Summary).Should().Be(new SlotCounts(Slots, Slots, 9, 9, 0));

    [Theory]
    [InlineData("- You want to maximize your profit.\n", "", 2)]
    [InlineData("brings $30", "brings $31", 1)]
    [InlineData("at least 5", "at most 5", 1)]
    [InlineData("- You make at least 5 oak chairs.\n", "", 4)]
    [InlineData("- You have at most 40 hours.\n", "", 3)]
    [InlineData("maximize", "minimize", 2)]
    [InlineData("oak chair brings $20 and each pine table brings $30", "oak chair brings $30 and each pine table brings $20", 1)]
    public void WhatIsMissingOrWrongCostsItsSlots(string right, string wrong, int slots) =>
        Count(Summary.Replace(right, wrong, StringComparison.Ordinal)).Found.Should().Be(Slots - slots);

    [Theory]
    [InlineData("- There is no limit on how far you may drive.", 9, 10)]
    [InlineData("- Each pine table needs 7 screws.", 9, 10)]
    [InlineData("- The workshop lies in a barn.", 10, 10)]
    [InlineData("- You make two kinds of things.", 10, 10)]
    [InlineData("- Mondays are quiet.", 9, 10)]
    public void WhatTheProblemDoesNotHoldCostsPrecision(string claim, int supported, int said)
    {
        var counts = Count(Summary.Replace("Is that right?", claim, StringComparison.Ordinal));
        (counts.Supported, counts.Said).Should().Be((supported, said));
    }

    [Fact]
    public void NamesMayBeShortAndTheirNumbersCountNothing()
    {
        var named = Problem with { Variables = Problem.Variables.SetItem(0, Problem.Variables[0] with { Name = "model 3 oak chairs" }) };
        var summary = Summary.Replace("pine table", "table", StringComparison.Ordinal)
            .Replace("5 oak chairs", "5 model 3 oak chairs", StringComparison.Ordinal);
        SpokenSlots.Count(SlotSheet.Of(named), Statement, summary).Should().Be(new SlotCounts(Slots, Slots, 9, 9, 0));
    }

    [Fact]
    public void OneNumberMaySayTwoLimitsOfOneShape()
    {
        var gold = SlotSheet.Of(With(Statements[0], new Statement.WeightedSum([Term(Chairs, 4), Term(Tables, 6)], new Limit.AtMost(N(40)))));
        var summary = "- A chair takes 2 hours of sawing and 4 of glueing, a table 3 and 6.\n- Each machine has 40 hours.";
        SpokenSlots.Count(gold, Statement, summary).Found.Should().Be(2 + 5 + 5);
    }

    [Fact]
    public void ANumberOfTheStatementAloneIsTrue() => SpokenSlots.Count(Gold, Statement + " It is 70 years old.", "- The workshop is 70 years old.")
        .Should().Be(new SlotCounts(Slots, 0, 1, 1, 0));

    [Fact]
    public void AWrongDirectionCostsPrecision() =>
        Count(Summary.Replace("at least 5", "at most 5", StringComparison.Ordinal)).Supported.Should().Be(8);

    [Fact]
    public void ANumberSaidMoreOftenThanTheProblemHasItIsRepeated() =>
        Count(Summary.Replace("Is that right?", "- So there must be 5 oak chairs or more.", StringComparison.Ordinal)).Repeated.Should().Be(1);

    [Fact]
    public void SentencesWillDoWhereThereIsNoList()
    {
        var counts = Count(
            "You want the highest profit. An oak chair brings $20, a pine table $30. You make no fewer than 5 oak chairs. Is that all?");
        (counts.Found, counts.Supported, counts.Said).Should().Be((10, 5, 5));
    }

    [Theory]
    [InlineData("- You want at least twice as many oak chairs as pine tables.", 5)]
    [InlineData("- Pine tables should be no more than half of the oak chairs.", 5)]
    [InlineData("- You want at most twice as many oak chairs as pine tables.", 4)]
    [InlineData("- You like oak chairs and pine tables.", 0)]
    public void MultiplesAreFoundEitherWayRound(string summary, int slots)
    {
        var gold = SlotSheet.Of(With(new Statement.Comparison(Chairs, ComparisonOperator.AtLeast, N(2), Tables)));
        SpokenSlots.Count(gold, Statement, summary).Found.Should().Be(2 + slots);
    }

    [Theory]
    [InlineData("- You must make more oak chairs than pine tables.", 5)]
    [InlineData("- The pine tables may not exceed the oak chairs.", 5)]
    [InlineData("- You make oak chairs and pine tables.", 0)]
    public void PlainComparisonsNeedNoNumber(string summary, int slots)
    {
        var gold = SlotSheet.Of(With(new Statement.Comparison(Chairs, ComparisonOperator.AtLeast, N(1), Tables)));
        SpokenSlots.Count(gold, Statement, summary).Found.Should().Be(2 + slots);
    }

    [Fact]
    public void SharesAreFoundAsPercentages()
    {
        var gold = SlotSheet.Of(With(new Statement.Proportion([Chairs], [Chairs, Tables], new Limit.AtMost(N(0.4)))));
        SpokenSlots.Count(gold, Statement, "- Oak chairs are at most 40% of all furniture. You make pine tables too.").Found.Should().Be(2 + 6);
    }

    [Property(MaxTest = 200)]
    public bool AnyTextIsCounted(string? summary) =>
        Count(summary ?? "") is { } counts && counts.Found <= counts.Gold && counts.Supported <= counts.Said && counts.Found >= 0;

    private static SlotCounts Count(string summary) => SpokenSlots.Count(Gold, Statement, summary);
}
