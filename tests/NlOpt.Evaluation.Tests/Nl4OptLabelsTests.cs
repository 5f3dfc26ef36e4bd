using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Modeling;
using NlOpt.Understanding.Training;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class Nl4OptLabelsTests
{
    private const Nl4OptOperator AtMost = Nl4OptOperator.LessOrEqual;

    [Fact]
    public void NumbersBecomeValuesAndMentionsColumns()
    {
        var labelled = Nl4OptLabels.Of(SampleProblems.Bakery)!;
        labelled.Id.Should().Be("bakery");
        labelled.Text.Should().Be(SampleProblems.Bakery.Text);
        labelled.VariableCount.Should().Be(2);
        labelled.Mentions.Should().Contain(("spelt loaf", 1));
        labelled.Sense.Should().Be(ObjectiveSense.Maximize);
        labelled.ObjectiveTerms!.Value.Should().Equal((0, 5), (1, 4));
        labelled.Spans.Should().BeEmpty();
        labelled.Constraints.Should().BeEquivalentTo(
            [
                new LabelledConstraint(LabelledConstraintType.Linear, false, 110, null, null, [(0, 3), (1, 2)], "of"),
                new LabelledConstraint(LabelledConstraintType.Bound, false, 30, 0, null, [], "at most"),
                new LabelledConstraint(LabelledConstraintType.Bound, true, 10, 1, null, [], "at least"),
            ],
            options => options.WithStrictOrdering());
    }

    [Fact]
    public void SharesMultiplesAndComparisonsNameTheirVariables()
    {
        var labelled = Nl4OptLabels.Of(SampleProblems.Garden)!;
        labelled.ObjectiveTerms.Should().BeNull("the objective counts");
        labelled.Constraints.Should().BeEquivalentTo(
            [
                new LabelledConstraint(LabelledConstraintType.Sum, true, 100, null, null, [], "at least"),
                new LabelledConstraint(LabelledConstraintType.Ratio, true, 0.3, 0, null, [], "at least"),
                new LabelledConstraint(LabelledConstraintType.Multiple, false, 2, 1, 0, [], "at most"),
                new LabelledConstraint(LabelledConstraintType.Comparison, false, null, 2, 1, [], "no more than"),
            ],
            options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData("30", 0.3)]
    [InlineData("30%", 0.3)]
    [InlineData("0.3", 0.3)]
    public void ASharePrintedWithoutItsSignIsAShareStill(string limit, double share) =>
        With(new Nl4OptConstraint.Ratio("at most", AtMost, "wheat", limit))!.Constraints[0].Number!.Value.Value.Should().BeApproximately(share, 1e-12);

    [Fact]
    public void SpansKeepTheirPlaces()
    {
        var problem = SampleProblems.Mill with { Entities = [new EntitySpan(14, 19, "VAR")] };
        Nl4OptLabels.Of(problem)!.Spans.Should().Equal(new LabelledSpan(14, 19, "VAR"));
    }

    [Fact]
    public void ADeclarationThatCannotBeReadLeavesTheProblemOut()
    {
        Nl4OptConstraint[] unreadable =
        [
            new Nl4OptConstraint.Sum("at most", AtMost, "plenty"),
            new Nl4OptConstraint.UpperBound("at most", AtMost, "barley", "4"),
            new Nl4OptConstraint.Linear("of", AtMost, [new("barley", "4")], "9"),
            new Nl4OptConstraint.Linear("of", AtMost, [new("wheat", "some")], "9"),
            new Nl4OptConstraint.Multiple("at most", AtMost, "wheat", "2", "barley"),
            new Nl4OptConstraint.Comparison("at most", AtMost, "barley", "wheat"),
        ];
        foreach (var constraint in unreadable) With(constraint).Should().BeNull("{0} cannot be read", constraint);
        Nl4OptLabels.Of(SampleProblems.Mill with { Objective = new Nl4OptObjective.Weighted("most", ObjectiveSense.Maximize, "flour", [new("barley", "3")]) })
            .Should().BeNull();
    }

    private static LabelledProblem? With(Nl4OptConstraint constraint) => Nl4OptLabels.Of(SampleProblems.Mill with { Constraints = [constraint] });
}
