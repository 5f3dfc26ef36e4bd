using FluentAssertions;
using NlOpt.Modeling;
using Xunit;
using static NlOpt.Formulation.Tests.Formulation.Examples;

namespace NlOpt.Formulation.Tests.Formulation;

public class LoweringTests
{
    private static LoweredModel Lower(params Statement[] statements) => Lowering.Lower(Problem([.. statements])).Value;

    private static string[] Rows(LoweredModel lowered) =>
        [.. lowered.Model.Rows.Select(row => AlgebraText.Of(row, lowered.Model)), .. lowered.Model.Indicators.Select(row => AlgebraText.Of(row, lowered.Model))];

    [Fact]
    public void AmountsStandFirstWithTheirKindAndNoUpperBound()
    {
        var model = Lower(new Statement.SingleVariable(Chairs, new Limit.AtMost(N(40)))).Model;
        model.Variables.Select(variable => variable.Name).Should().Equal(Variables.Select(variable => variable.Name));
        model.Variables[0].Should().Be(new Variable(new VariableId(0), "chairs", VariableKind.Integer, 0, null));
        model.Variables[3].Kind.Should().Be(VariableKind.Continuous);
        model.Objective.Sense.Should().Be(ObjectiveSense.Maximize);
    }

    [Fact]
    public void EveryStatementFindsItsRows()
    {
        var lowered = Lowering.Lower(Problem(Statements)).Value;
        for (var index = 0; index < Statements.Length; index++)
            (lowered.RowsOf(index).Count() + lowered.IndicatorsOf(index).Count()).Should().Be(RowCount(Statements[index]), Statements[index].ToString());
        lowered.Rows.Should().HaveSameCount(lowered.Model.Rows);
        lowered.Indicators.Should().HaveSameCount(lowered.Model.Indicators);
        lowered.Variables.Should().HaveSameCount(lowered.Model.Variables);
    }

    private static int RowCount(Statement statement) => statement switch
    {
        Statement.Proportion { Share: Limit.Between } or Statement.ConditionalLimit { Limit: Limit.Between or Limit.Exactly } => 2,
        Statement.Implication(var condition, var consequence) =>
            (condition.IsAll ? 1 : condition.Activities.Length) * (consequence.IsAll ? consequence.Activities.Length : 1),
        _ => 1,
    };

    [Fact]
    public void BigMIsTheBoundThatOtherStatementsProve()
    {
        var lowered = Lower(
            new Statement.WeightedSum([Term(Chairs, 3), Term(Tables, 5)], new Limit.AtMost(N(200))),
            new Statement.SingleVariable(Tables, new Limit.AtLeast(N(4))),
            Statement.Implication.Of(new(Chairs), new(Tables)));
        Rows(lowered).Should().Equal(
            "3 chairs + 5 tables <= 200", "tables >= 4", "y_chairs - y_tables <= 0",
            "chairs - 60 y_chairs <= 0", "chairs - y_chairs >= 0", "tables - 40 y_tables <= 0", "tables - y_tables >= 0");
        lowered.ActivityOf(Chairs).Should().Be(new VariableId(8));
        lowered.ActivityOf(Corn).Should().BeNull();
        lowered.Rows[^1].Should().Be(new RowOrigin.Link(Tables));
    }

    [Fact]
    public void BoundsTravelThroughComparisonsAndSharesAndAreRoundedForWholeAmounts()
    {
        var lowered = Lower(
            new Statement.SingleVariable(Benches, new Limit.AtMost(N(7))),
            new Statement.Comparison(Tables, ComparisonOperator.AtMost, N(1.5), Benches),
            new Statement.Proportion([Chairs], [Chairs, Tables], new Limit.AtMost(N(0.5))),
            new Statement.Cardinality([new(Chairs), new(Tables)], new Limit.AtLeast(N(1))));
        Rows(lowered).Should().Contain(["tables - 10 y_tables <= 0", "chairs - 10 y_chairs <= 0"]);
    }

    [Fact]
    public void WithoutAProvenBoundAnIndicatorRowStandsInsteadOfAnInventedConstant()
    {
        var lowered = Lower(Statement.Implication.Of(new(Chairs), new(Tables)));
        Rows(lowered).Should().Equal(
            "y_chairs - y_tables <= 0", "chairs - y_chairs >= 0", "tables - y_tables >= 0",
            "y_chairs = 0 implies chairs <= 0", "y_tables = 0 implies tables <= 0");
        lowered.Questions.Should().BeEmpty();
    }

    [Fact]
    public void GroupsTakeARowForEachAlternativeConditionAndEachSeparateConsequence()
    {
        static ActivityGroup Both(bool isAll) => new([new(Chairs), new(Tables)], isAll);
        static string[] Logic(ActivityGroup condition, ActivityGroup consequence) =>
            [.. Rows(Lower(new Statement.Implication(condition, consequence))).TakeWhile(row => !row.Contains(" chairs") && !row.StartsWith("chairs", StringComparison.Ordinal))];
        var benches = ActivityGroup.Of(new(Benches));
        var noBenches = ActivityGroup.Of(new(Benches, false));
        Logic(Both(true), benches).Should().Equal("y_chairs + y_tables - y_garden benches <= 1");
        Logic(Both(false), benches).Should().Equal("y_chairs - y_garden benches <= 0", "y_tables - y_garden benches <= 0");
        Logic(benches, Both(true)).Should().Equal("-y_chairs + y_garden benches <= 0", "-y_tables + y_garden benches <= 0");
        Logic(benches, Both(false)).Should().Equal("-y_chairs - y_tables + y_garden benches <= 0");
        Logic(noBenches, Both(false)).Should().Equal("y_chairs + y_tables + y_garden benches >= 1");
        Logic(Both(true), noBenches).Should().Equal("y_chairs + y_tables + y_garden benches <= 2");
    }

    [Fact]
    public void AThresholdIsRelaxedByTheProvenBoundOnly()
    {
        Statement Threshold(Limit limit) => new Statement.ConditionalLimit(new(Chairs), [Term(Tables, 1)], limit);
        Rows(Lower(Threshold(new Limit.AtLeast(N(50)))))[0].Should().Be("tables - 50 y_chairs >= 0");
        Rows(Lower(Threshold(new Limit.AtMost(N(50))))).Should().Contain("y_chairs = 1 implies tables <= 50");
        Rows(Lower(Threshold(new Limit.AtMost(N(50))), new Statement.SingleVariable(Tables, new Limit.AtMost(N(80)))))[0]
            .Should().Be("tables + 30 y_chairs <= 80");
        Rows(Lower(new Statement.ConditionalLimit(new(Chairs, false), [Term(Tables, 1)], new Limit.AtLeast(N(50)))))[0]
            .Should().Be("tables + 50 y_chairs >= 50");
    }

    [Fact]
    public void ASemiContinuousRangeIsItsOwnLink()
    {
        var lowered = Lower(new Statement.ConditionalLimit(new(Chairs), [Term(Chairs, 1)], new Limit.Between(N(10), N(40))));
        Rows(lowered).Should().Equal("chairs - 10 y_chairs >= 0", "chairs - 40 y_chairs <= 0");
        Lower(new Statement.ConditionalLimit(new(Corn), [Term(Corn, 1)], new Limit.AtLeast(N(2)))).Questions.Should().BeEmpty("the batch is said");
    }

    [Fact]
    public void FixedChargesStandInTheObjectiveAndInRows()
    {
        var problem = Problem(
            new Statement.WeightedSum([Term(Chairs, 3), Term(Tables, 5)], new Limit.AtMost(N(200))) { FixedCharges = [new(Tables, N(20))] });
        var lowered = Lowering.Lower(problem with { Objective = Profit with { FixedCharges = [new(Chairs, N(-100))] } }).Value;
        AlgebraText.OfObjective(lowered.Model).Should().Be("maximize 20 chairs + 30.5 tables - 100 y_chairs");
        Rows(lowered).Should().Equal(
            "3 chairs + 5 tables + 20 y_tables <= 200",
            "chairs - 66 y_chairs <= 0", "chairs - y_chairs >= 0", "tables - 40 y_tables <= 0", "tables - y_tables >= 0");
        Lowering.Lower(Problem() with { Objective = Profit with { FixedCharges = [new(Corn, N(5))] } }).Value
            .Questions.Should().ContainSingle("a trickle of corn would earn the bonus").Which.Slot.Should().Be(SlotKind.SmallestBatch);
    }

    [Fact]
    public void WhatIsRequiredOrForbiddenNeedsNoBinaryVariable()
    {
        Rows(Lower(new Statement.ActivityRequirement(new(Chairs)), new Statement.ActivityRequirement(new(Tables, false))))
            .Should().Equal("chairs >= 1", "tables <= 0");
        Lower(new Statement.ActivityRequirement(new(Corn))).Questions.Should().ContainSingle().Which.Slot.Should().Be(SlotKind.SmallestBatch);
    }

    [Fact]
    public void AskOnlyForTheBatchThatMatters()
    {
        // Corn forces wheat: a trickle of wheat would do. A trickle of corn helps nobody.
        var lowered = Lower(Statement.Implication.Of(new(Corn), new(Wheat)));
        lowered.Questions.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Slot = SlotKind.SmallestBatch, Text = "What is the smallest amount of wheat that counts as having any at all, in acres?" });
        Lower(new Statement.Cardinality([new(Corn), new(Wheat)], new Limit.AtMost(N(1)))).Questions.Should().BeEmpty();
        Lower(Statement.Implication.Of(new(Corn), new(Wheat)), new Statement.SingleVariable(Wheat, new Limit.AtLeast(N(2))))
            .Questions.Should().BeEmpty("wheat is there anyway");
    }

    [Fact]
    public void AKnownBatchLinksDivisibleAmountsFromBelow()
    {
        var problem = Problem(Statement.Implication.Of(new(Corn), new(Wheat)));
        problem = problem with { Variables = problem.Variables.SetItem(4, Variables[4] with { SmallestBatch = N(2.5) }) };
        var lowered = Lowering.Lower(problem).Value;
        Rows(lowered).Should().Contain("wheat - 2.5 y_wheat >= 0");
        lowered.Questions.Should().BeEmpty();
    }

    [Fact]
    public void KindsCanBeOverridden()
    {
        var problem = Problem(Statement.Implication.Of(new(Corn), new(Chairs)));
        var integer = Lowering.Lower(problem, new LoweringOptions { Kinds = AmountKinds.AllInteger }).Value;
        integer.Model.Variables.Take(8).Should().OnlyContain(variable => variable.Kind == VariableKind.Integer);
        Rows(integer).Should().Contain(["corn - y_corn >= 0", "chairs - y_chairs >= 0"]);

        var continuous = Lowering.Lower(problem, new LoweringOptions { Kinds = AmountKinds.AllContinuous }).Value;
        continuous.Model.Variables.Take(8).Should().OnlyContain(variable => variable.Kind == VariableKind.Continuous);
        continuous.Model.Variables.Skip(8).Should().OnlyContain(variable => variable.Kind == VariableKind.Binary);
        Rows(continuous).Should().Contain("chairs - y_chairs >= 0").And.NotContain("corn - y_corn >= 0");
    }

    [Fact]
    public void ActivityNamesStayUnique()
    {
        var problem = Problem(Statement.Implication.Of(new(Chairs), new(Tables)));
        problem = problem with { Variables = problem.Variables.SetItem(2, Variables[2] with { Name = "y_chairs" }) };
        Lowering.Lower(problem).Value.Model.Variables.Select(variable => variable.Name).Should().Contain(["y_chairs", "y_chairs_"]);
    }

    [Fact]
    public void ContradictingBoundsStillLower()
    {
        var lowered = Lower(
            new Statement.SingleVariable(Chairs, new Limit.AtMost(N(-3))),
            new Statement.SingleVariable(Chairs, new Limit.AtLeast(N(5))),
            Statement.Implication.Of(new(Chairs), new(Tables)));
        Rows(lowered).Should().Contain(["chairs <= -3", "chairs >= 5", "chairs <= 0"]);
    }

    [Fact]
    public void AFormulationWithErrorsIsRefused()
    {
        var result = Lowering.Lower(Problem(new Statement.SingleVariable(new(99), new Limit.AtMost(N(1)))));
        result.IsSuccess.Should().BeFalse();
        result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("formulation.reference");
    }
}
