using FluentAssertions;
using NlOpt.Dialogue.Metrics;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;
using static NlOpt.Dialogue.Tests.Workshop;

namespace NlOpt.Dialogue.Tests.Metrics;

public class SlotComparisonTests
{
    /// <summary>2 variables, 2 kinds, sense, name and 2 coefficients of the objective, 5 slots of the sum, 4 of the bound.</summary>
    private const int Slots = 17;

    private static readonly SlotSheet Gold = SlotSheet.Of(Problem);

    [Fact]
    public void GoldAgainstItselfIsAllFound()
    {
        var counts = SlotComparison.Count(Gold, Gold);
        counts.Should().Be(new SlotCounts(Slots, Slots, Slots, Slots, 0));
        (counts.Recall, counts.Precision, counts.Repetition, counts.F1).Should().Be((1, 1, 0, 1));
    }

    [Fact]
    public void VariablesMatchByTheirWordsInAnyOrder()
    {
        ProblemFormulation swapped = Problem with
        {
            Variables =
            [
                Problem.Variables[1] with { Id = Chairs, Name = "tables of pine" },
                Problem.Variables[0] with { Id = Tables, Name = "Oak Chair" },
            ],
            Objective = Problem.Objective with { Name = "total profits", Terms = [Term(Chairs, 30), Term(Tables, 20)] },
            Statements =
            [
                new Statement.SingleVariable(Tables, new Limit.AtLeast(N(5))),
                new Statement.WeightedSum([Term(Chairs, 3), Term(Tables, 2)], new Limit.AtMost(N(40))),
            ],
        };
        SlotComparison.Count(Gold, SlotSheet.Of(swapped)).Found.Should().Be(Slots);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(2, 3)]
    public void AWrongLimitCostsOneSlot(double least, int expectedOfFour)
    {
        var said = SlotSheet.Of(With(Statements[0], new Statement.SingleVariable(Chairs, new Limit.AtLeast(N(least)))));
        SlotComparison.Count(Gold, said).Found.Should().Be(Slots - 4 + expectedOfFour);
    }

    [Fact]
    public void AWrongOperatorSenseOrKindCostsOneSlotEach()
    {
        var said = With(Statements[0], new Statement.SingleVariable(Chairs, new Limit.AtMost(N(5))));
        said = said with
        {
            Objective = said.Objective with { Sense = ObjectiveSense.Minimize },
            Variables = said.Variables.SetItem(0, said.Variables[0] with { Divisibility = Divisibility.Divisible }),
        };
        SlotComparison.Count(Gold, SlotSheet.Of(said)).Should().Be(new SlotCounts(Slots, Slots - 3, Slots, Slots - 3, 0));
    }

    [Fact]
    public void WhatIsMissingCostsRecallAndWhatIsAddedCostsPrecision()
    {
        SlotComparison.Count(Gold, SlotSheet.Of(With(Statements[0]))).Should().Be(new SlotCounts(Slots, Slots - 4, Slots - 4, Slots - 4, 0));
        var more = With([.. Statements, new Statement.Sum([Chairs, Tables], new Limit.AtMost(N(99)))]);
        SlotComparison.Count(Gold, SlotSheet.Of(more)).Should().Be(new SlotCounts(Slots, Slots, Slots + 5, Slots, 0));
    }

    [Fact]
    public void WhatIsSaidTwiceIsRepeatedAndCountsOnce() =>
        SlotComparison.Count(Gold, SlotSheet.Of(With([.. Statements, Statements[1]]))).Should().Be(new SlotCounts(Slots, Slots, Slots, Slots, 4));

    [Fact]
    public void AnUnknownVariableIsFoundNowhere()
    {
        var said = Problem with { Variables = Problem.Variables.SetItem(1, Problem.Variables[1] with { Name = "lamps" }) };
        // Lost: the variable and its kind, its coefficients in the objective and in the sum.
        SlotComparison.Count(Gold, SlotSheet.Of(said)).Found.Should().Be(Slots - 4);
    }

    [Fact]
    public void AComparisonMayBeSaidTheOtherWayRound()
    {
        var gold = SlotSheet.Of(With(new Statement.Comparison(Chairs, ComparisonOperator.AtLeast, N(2), Tables)));
        var said = SlotSheet.Of(With(new Statement.Comparison(Tables, ComparisonOperator.AtMost, N(0.5), Chairs)));
        SlotComparison.Count(gold, said).Found.Should().Be(gold.Count);
        var difference = SlotSheet.Of(With(new Statement.SumComparison([Chairs], ComparisonOperator.AtMost, N(1), [Tables], N(4))));
        var reversed = SlotSheet.Of(With(new Statement.SumComparison([Tables], ComparisonOperator.AtLeast, N(1), [Chairs], N(-4))));
        SlotComparison.Count(difference, reversed).Found.Should().Be(difference.Count);
    }

    [Fact]
    public void EveryStatementHasSlots()
    {
        var statements = new Statement[]
        {
            new Statement.Proportion([Chairs], [Chairs, Tables], new Limit.Between(N(0.2), N(0.5))),
            Statement.Implication.Of(new Activity(Chairs), new Activity(Tables)),
            new Statement.Equivalence(new Activity(Chairs), new Activity(Tables)),
            new Statement.ActivityRequirement(new Activity(Chairs)),
            new Statement.ConditionalLimit(new Activity(Chairs), [Term(Tables, 1)], new Limit.AtLeast(N(3))),
            new Statement.Cardinality([new Activity(Chairs), new Activity(Tables)], new Limit.Exactly(N(1))),
        };
        SlotSheet.Of(With([.. statements])).Statements.Select(statement => statement.Count).Should().Equal(7, 3, 3, 2, 5, 5);
        foreach (var statement in statements)
        {
            var sheet = SlotSheet.Of(With(statement));
            SlotComparison.Count(sheet, sheet).Found.Should().Be(sheet.Count);
        }
    }

    [Fact]
    public void NothingUnderstoodHasNoPrecisionOfStatements()
    {
        var counts = new SlotCounts(4, 0, 0, 0, 0);
        (counts.Recall, counts.Precision, counts.Repetition, counts.F1).Should().Be((0, null, null, null));
    }
}
