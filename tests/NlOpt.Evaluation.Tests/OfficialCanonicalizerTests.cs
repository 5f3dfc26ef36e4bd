using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

/// <summary>Every row here was computed by hand from the published definition of the metric.</summary>
public sealed class OfficialCanonicalizerTests
{
    private const Nl4OptOperator AtMost = Nl4OptOperator.LessOrEqual;
    private const Nl4OptOperator AtLeast = Nl4OptOperator.GreaterOrEqual;
    private static readonly OfficialCanonicalizer Three = new(SampleProblems.Garden);

    [Fact]
    public void ObjectivesStartFromZerosAndIgnoreTheirSense()
    {
        var weighted = new Nl4OptObjective.Weighted("minimize", ObjectiveSense.Minimize, "", [new("clover", "1.8$."), new("asters", "half")]);
        Three.Objective(weighted).Should().Equal(0.5, 0, 1.8);
        Three.Objective(weighted with { Sense = ObjectiveSense.Maximize }).Should().Equal(0.5, 0, 1.8);
        Three.Objective(new Nl4OptObjective.Count("most", ObjectiveSense.Maximize, "", ["begonias"])).Should().Equal(0, 1, 0);
    }

    [Fact]
    public void BoundsAreRowsOfOneColumn()
    {
        Three.Row(new Nl4OptConstraint.UpperBound("", AtMost, "begonias", "7")).Should().Equal(0, 1, 0, 7);
        Three.Row(new Nl4OptConstraint.LowerBound("", AtLeast, "begonias", "7")).Should().Equal(0, -1, 0, -7);
        Three.Row(new Nl4OptConstraint.LowerBound("", AtMost, "begonias", "7")).Should().Equal([0, 1, 0, 7], "the operator decides, not the type");
    }

    [Fact]
    public void SumsAreOnes()
    {
        Three.Row(new Nl4OptConstraint.Sum("", AtMost, "1,000")).Should().Equal(1, 1, 1, 1000);
        Three.Row(new Nl4OptConstraint.Sum("", AtLeast, "1,000")).Should().Equal(-1, -1, -1, -1000);
    }

    [Fact]
    public void WhatALinearDeclarationDoesNotNameStaysOne() =>
        Three.Row(new Nl4OptConstraint.Linear("", AtLeast, [new("asters", "2"), new("clover", "25%")], "90")).Should().Equal(-2, -1, -0.25, -90);

    [Fact]
    public void AShareIsTakenOfAllColumns()
    {
        Three.Row(new Nl4OptConstraint.Ratio("", AtMost, "asters", "30%")).Should().Equal(0.7, -0.3, -0.3, 0);
        Three.Row(new Nl4OptConstraint.Ratio("", AtLeast, "clover", "third")).Should().Equal(1.0 / 3, 1.0 / 3, -(1 - 1.0 / 3), 0);
    }

    [Fact]
    public void AMultipleHasTwoColumnsOnZeros()
    {
        Three.Row(new Nl4OptConstraint.Multiple("", AtMost, "begonias", "twice", "asters")).Should().Equal(-2, 1, 0, 0);
        Three.Row(new Nl4OptConstraint.Multiple("", AtLeast, "begonias", "three times", "asters")).Should().Equal(3, -1, 0, 0);
    }

    [Fact]
    public void AComparisonKeepsTheOnesOfTheRestAndOfTheLimit()
    {
        Three.Row(new Nl4OptConstraint.Comparison("", AtMost, "clover", "begonias")).Should().Equal(1, -1, 1, 1);
        Three.Row(new Nl4OptConstraint.Comparison("", AtLeast, "clover", "begonias")).Should().Equal(-1, 1, -1, -1);
    }

    [Fact]
    public void AnUnknownNameTakesTheClosestMention() =>
        Three.Row(new Nl4OptConstraint.UpperBound("", AtMost, "BEGONIA plants", "7")).Should().Equal(0, 1, 0, 7);

    [Fact]
    public void WhatIsNoNumberIsZero() =>
        Three.Row(new Nl4OptConstraint.UpperBound("", AtMost, "asters", "plenty")).Should().Equal(1, 0, 0, 0);
}
