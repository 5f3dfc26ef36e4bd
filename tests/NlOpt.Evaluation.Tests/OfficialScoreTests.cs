using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Evaluation.Tests.Fixtures;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class OfficialScoreTests
{
    private static readonly ImmutableArray<double> Objective = [5, 4];
    private static readonly ImmutableArray<ImmutableArray<double>> Gold = [[1, 0, 30], [0, -1, -10], [3, 2, 110]];

    [Fact]
    public void AllRight() => OfficialScore.Of(Objective, Gold, Objective, [[3, 2, 110], [1, 0, 30], [0, -1, -10]]).Should().Be(new OfficialScore(0, 0, 4));

    [Fact]
    public void ARepeatedRowCountsOnceSoThatOneIsShort() =>
        OfficialScore.Of(Objective, Gold, Objective, [[1, 0, 30], [1, 0, 30], [0, -1, -10]]).Should().Be(new OfficialScore(0, 1, 4));

    [Fact]
    public void AWrongRowIsAFalsePositiveAndNoFalseNegative() =>
        OfficialScore.Of(Objective, Gold, Objective, [[1, 0, 31], [0, -1, -10], [3, 2, 110]]).Should().Be(new OfficialScore(1, 0, 4));

    [Fact]
    public void FalsePositivesStopAtTheNumberOfDeclarations() =>
        OfficialScore.Of(Objective, Gold, [5, 5], [[1, 1, 1], [2, 1, 1], [3, 1, 1], [4, 1, 1], [5, 1, 1]]).Should().Be(new OfficialScore(4, 0, 4));

    [Fact]
    public void NothingPredictedScoresZero() => OfficialScore.Of(Objective, Gold, null, []).Should().Be(new OfficialScore(1, 3, 4));

    [Fact]
    public void ARowOutsideTheGoldColumnsIsWrongButIsARow() =>
        OfficialScore.Of(Objective, Gold, Objective, [null, [0, -1, -10], [3, 2, 110]]).Should().Be(new OfficialScore(1, 0, 4));

    [Fact]
    public void NumbersAreComparedExactlyAndNeverScaled() =>
        OfficialScore.Of(Objective, Gold, [5, 4.0000001], [[2, 0, 60], [0, -1, -10], [3, 2, 110]]).Should().Be(new OfficialScore(2, 0, 4));

    [Fact]
    public void GoldDeclarationsAgainstThemselvesScoreOne()
    {
        foreach (var problem in SampleProblems.All)
        {
            var canonicalizer = new OfficialCanonicalizer(problem);
            ImmutableArray<ImmutableArray<double>> rows = [.. problem.Constraints.Select(canonicalizer.Row)];
            OfficialScore.Of(canonicalizer.Objective(problem.Objective), rows, canonicalizer.Objective(problem.Objective), [.. rows.Select(ImmutableArray<double>? (row) => row)])
                .Should().Be(new OfficialScore(0, 0, 1 + rows.Length));
        }
    }
}
