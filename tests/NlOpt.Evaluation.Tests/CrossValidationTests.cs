using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class CrossValidationTests
{
    private static readonly Nl4OptSplit First = SampleProblems.Split with { Name = "first", Problems = [.. SampleProblems.All.Take(3)] };
    private static readonly Nl4OptSplit Second = SampleProblems.Split with { Name = "second", Problems = [.. SampleProblems.All.Skip(3)], Sha256 = "00bb" };

    [Fact]
    public void EveryProblemIsReadByASystemThatNeverSawIt()
    {
        var asked = new List<int>();
        var report = CrossValidation.Execute([First, Second], 2, null, fold =>
        {
            asked.Add(fold);
            return Memory(CrossValidation.TrainingOf([First, Second], 2, fold));
        }).Value.All;

        asked.Should().Equal(0, 1);
        CrossValidation.TrainingOf([First, Second], 2, 0).Select(problem => problem.Id).Should().Equal("garden", "mill");
        CrossValidation.TrainingOf([First, Second], 2, 1).Select(problem => problem.Id).Should().Equal("bakery", "ferry", "crates");
        report.Items.Select(item => item.Id).Should().Equal(SampleProblems.All.Select(problem => problem.Id));
        report.Items.Select(item => item.Fold).Should().Equal(0, 1, 0, 1, 0);
        report.Items.Should().OnlyContain(item => item.Outcome == ReadingOutcome.Declined, "a memory knows nothing new");
        report.Folds.Should().Be(2);
        report.InSample.Should().BeFalse();
    }

    [Fact]
    public void EachOfTheJoinedDataSetsHasItsReport()
    {
        var report = CrossValidation.Execute([First, Second], 2, null, _ => Memory(SampleProblems.All)).Value;

        report.All.Dataset.Should().Be("first + second");
        report.All.DatasetSha256.Should().NotBe(First.Sha256).And.NotBe(Second.Sha256);
        report.All["model-accuracy"]!.Numerator.Should().Be(5);
        report.Parts.Select(part => (part.Dataset, part.Items.Length, part.IsComplete)).Should().Equal(("first", 3, true), ("second", 2, true));
    }

    [Fact]
    public void SomeFoldsCanBeMeasuredAlone()
    {
        var report = CrossValidation.Execute([First, Second], 3, [1], _ => Memory(SampleProblems.All)).Value;

        report.All.Items.Select(item => item.Id).Should().Equal("garden", "crates");
        report.All.IsComplete.Should().BeTrue();
        report.Parts.Select(part => part.Items.Length).Should().Equal(1, 1);
    }

    [Fact]
    public void AFoldWithoutSystemEndsTheRun() => CrossValidation.Execute([First], 2, null, _ =>
        Result.Failure<EvaluationSystem>(Diagnostic.Error("folds.missing", "fold 0 was not trained"))).Diagnostics[0].Code.Should().Be("folds.missing");

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void ANumberOfFoldsThatMakesNoSenseIsRefused(int folds)
    {
        var act = () => CrossValidation.Execute([SampleProblems.Split], folds, null, _ => throw new InvalidOperationException());
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void CancellingEndsTheFolds()
    {
        using var source = new CancellationTokenSource();
        var report = CrossValidation.Execute(
            [SampleProblems.Split], 5, null, _ => Memory(SampleProblems.All), new() { Progress = _ => source.Cancel() }, source.Token).Value;
        report.All.Items.Should().ContainSingle();
    }

    [Fact]
    public void CancellingATrainingKeepsTheFoldsThatAreDone()
    {
        using var source = new CancellationTokenSource();
        var report = CrossValidation.Execute(
            [SampleProblems.Split],
            2,
            null,
            fold =>
            {
                if (fold == 0) return Memory(SampleProblems.All);
                source.Cancel();
                throw new OperationCanceledException(source.Token);
            },
            cancellationToken: source.Token).Value;
        report.All.Items.Select(item => item.Id).Should().Equal("bakery", "ferry", "crates");
    }

    private static Result<EvaluationSystem> Memory(ImmutableArray<Nl4OptProblem> problems) =>
        Result.Success(new EvaluationSystem("memory", new GoldFormulator(problems)) { TrainingChecksums = [SampleProblems.Split.Sha256] });
}
