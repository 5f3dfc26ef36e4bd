using FluentAssertions;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Formulation;

public class LedgerBuilderTests
{
    private const string Text = "In 2 shifts we sew 3-piece suits for $90 each, at most 40 of them, in lots of 5.";

    private static Evidence Of(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    [Fact]
    public void EveryNumberOfTheTextHasItsUse()
    {
        var suits = new DecisionVariable(new(0), "3-piece suits", [Of("3-piece suits")], null, Divisibility.Whole, "counted")
        {
            SmallestBatch = new SourcedNumber(5, Of("5.")),
        };
        var objective = new ObjectiveStatement(ObjectiveSense.Maximize, ObjectiveClass.Profit, "income", [new(suits.Id, new(90, Of("90")))]);
        var statement = new Statement.SingleVariable(suits.Id, new Limit.AtMost(new(40, Of("40"))));
        FoundNumber[] numbers = [new(Of("40"), 40), new(Of("2 "), 2), new(Of("3"), 3), new(Of("$90"), 90), new(Of("5"), 5)];

        var ledger = LedgerBuilder.Build(numbers, [suits], objective, [statement], number => number.Value == 2 ? "it counts shifts" : null);

        ledger.Select(entry => entry.Value).Should().Equal(2, 3, 90, 40, 5);
        ledger.Select(entry => entry.Use).Should().Equal(
            new NumberUse.SetAside("it counts shifts"), new NumberUse.InName(suits.Id), new NumberUse.InObjective(),
            new NumberUse.InStatement(0), new NumberUse.InSmallestBatch(suits.Id));
    }

    [Fact]
    public void ANumberThatServesTwiceGoesToTheFirstUse()
    {
        var forty = new SourcedNumber(40, Of("40"));
        var objective = new ObjectiveStatement(ObjectiveSense.Maximize, ObjectiveClass.Count, "suits", [new(new(0), new(1))]);
        var ledger = LedgerBuilder.Build(
            [new(Of("40"), 40), new(Of("90"), 90)], [], objective,
            [new Statement.SingleVariable(new(0), new Limit.AtMost(forty)), new Statement.SingleVariable(new(1), new Limit.AtMost(forty))]);
        ledger.Select(entry => entry.Use).Should().Equal(new NumberUse.SetAside(LedgerBuilder.DefaultReason), new NumberUse.InStatement(0));
    }
}
