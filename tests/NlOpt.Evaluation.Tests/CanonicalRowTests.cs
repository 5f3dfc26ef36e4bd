using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class CanonicalRowTests
{
    [Property(MaxTest = 300)]
    public Property ScalingAndTurningARowKeepsItsMeaning(int first, int second, int limit, PositiveInt scale) =>
        (Row(first, second, limit).Means(Row(first * 0.01 * scale.Get, second * 0.01 * scale.Get, limit * 0.01 * scale.Get))
            && Row(first, second, limit).Means(Row(-first, -second, -limit, isUpper: false))).ToProperty();

    [Theory]
    [InlineData(3, 2, 110, true)]
    [InlineData(3.000001, 2, 110, true)]
    [InlineData(3.00001, 2, 110, false)]
    [InlineData(3, 2, 110.001, false)]
    [InlineData(2, 3, 110, false)]
    public void TheToleranceIsOneMillionth(double first, double second, double limit, bool same) => Row(first, second, limit).Means(Row(3, 2, 110)).Should().Be(same);

    [Fact]
    public void SmallNumbersAreComparedAsStrictlyAsLargeOnes()
    {
        Row(1000, 0, 0.005).Means(Row(1000, 0, 0.006)).Should().BeFalse();
        Row(1000, 0.001, 1).Means(Row(1000, 0.002, 1)).Should().BeFalse();
    }

    [Fact]
    public void TheOppositeRowHasTheOtherOperator()
    {
        Row(3, 2, 110).IsOppositeOf(Row(3, 2, 110, isUpper: false)).Should().BeTrue();
        Row(3, 2, 110).Means(Row(3, 2, 110, isUpper: false)).Should().BeFalse();
        Row(3, 2, 110).IsOppositeOf(Row(3, 2, 111, isUpper: false)).Should().BeFalse();
    }

    [Fact]
    public void ARowThatNeedsAVariableWithoutAColumnHasNoForm() =>
        CanonicalRow.Of(LinearExpression.Of([new(new(5), 1)]), 1, true, 2, _ => null).Should().BeNull();

    private static CanonicalRow Row(double first, double second, double limit, bool isUpper = true) =>
        CanonicalRow.Of(LinearExpression.Of([new(new(0), first), new(new(1), second)]), limit, isUpper, 2, variable => variable.Index)!;
}
