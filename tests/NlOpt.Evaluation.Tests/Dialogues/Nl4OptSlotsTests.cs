using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Dialogue.Metrics;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests.Dialogues;

public class Nl4OptSlotsTests
{
    [Fact]
    public void DeclarationsBecomeSlots()
    {
        var sheet = Nl4OptSlots.Of(SampleProblems.Bakery)!;
        sheet.Variables.Select(variable => string.Join('|', variable.Names)).Should().Equal("rye loaves|rye loaf", "spelt loaves|spelt loaf");
        (sheet.Sense, sheet.ObjectiveName).Should().Be((ObjectiveSense.Maximize, "revenue"));
        sheet.Objective.Terms.Should().Equal(new SlotTerm(0, SlotRole.Amount, 5), new SlotTerm(1, SlotRole.Amount, 4));
        sheet.Statements.Select(statement => (statement.Shape, statement.Operator, statement.Limits[0])).Should().Equal(
            (SlotShape.WeightedSum, SlotOperator.AtMost, 110), (SlotShape.SingleVariable, SlotOperator.AtMost, 30), (SlotShape.SingleVariable, SlotOperator.AtLeast, 10));
        // 2 variables, sense, name and 2 coefficients, 5 of the sum, 4 a bound.
        sheet.Count.Should().Be(19);
    }

    [Fact]
    public void SharesMultiplesAndComparisonsToo()
    {
        var sheet = Nl4OptSlots.Of(SampleProblems.Garden)!;
        sheet.Objective.Terms.Should().OnlyContain(term => term.Value == 1).And.HaveCount(3);
        sheet.Statements.Select(statement => (statement.Shape, statement.Operator, statement.Limits[0], statement.Terms.Length)).Should().Equal(
            (SlotShape.Sum, SlotOperator.AtLeast, 100, 3),
            (SlotShape.Proportion, SlotOperator.AtLeast, 0.3, 4),
            (SlotShape.Comparison, SlotOperator.AtMost, 2, 2),
            (SlotShape.Comparison, SlotOperator.AtMost, 1, 2));
    }

    [Fact]
    public void AShareWithoutItsPercentSignIsOne() => Nl4OptSlots.Of(SampleProblems.Garden with
    {
        Constraints = [new Nl4OptConstraint.Ratio("at least", Nl4OptOperator.GreaterOrEqual, "asters", "30")],
    })!.Statements[0].Limits.Should().Equal(0.3);

    [Fact]
    public void UnknownNamesAndUnreadableNumbersGiveNone()
    {
        Nl4OptSlots.Of(SampleProblems.Mill with { Constraints = [new Nl4OptConstraint.LowerBound("", Nl4OptOperator.GreaterOrEqual, "rice", "5")] }).Should().BeNull();
        Nl4OptSlots.Of(SampleProblems.Mill with { Constraints = [new Nl4OptConstraint.Sum("", Nl4OptOperator.GreaterOrEqual, "some")] }).Should().BeNull();
        Nl4OptSlots.Of(SampleProblems.Mill with { Mentions = [new("wheat", 0), new("oats", 2)] }).Should().BeNull();
    }
}
