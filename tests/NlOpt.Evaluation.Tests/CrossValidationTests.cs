using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class CrossValidationTests
{
    [Fact]
    public void EveryProblemIsReadByASystemThatNeverSawIt()
    {
        var trained = new List<ImmutableArray<Nl4OptProblem>>();
        var report = CrossValidation.Execute(SampleProblems.Split, 2, training =>
        {
            trained.Add(training);
            return new EvaluationSystem("memory", new GoldFormulator(training)) { TrainingChecksums = [SampleProblems.Split.Sha256] };
        }).Value;

        trained.Select(fold => string.Join(' ', fold.Select(problem => problem.Id))).Should().Equal("garden mill", "bakery ferry crates");
        report.Items.Select(item => item.Id).Should().Equal(SampleProblems.All.Select(problem => problem.Id));
        report.Items.Should().OnlyContain(item => item.Outcome == ReadingOutcome.Declined, "a memory knows nothing new");
        report.Folds.Should().Be(2);
        report.InSample.Should().BeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void ANumberOfFoldsThatMakesNoSenseIsRefused(int folds)
    {
        var act = () => CrossValidation.Execute(SampleProblems.Split, folds, _ => throw new InvalidOperationException());
        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void CancellingEndsTheFolds()
    {
        using var source = new CancellationTokenSource();
        var report = CrossValidation.Execute(
            SampleProblems.Split,
            5,
            _ => new EvaluationSystem("labels", new GoldFormulator(SampleProblems.All)),
            new() { Progress = _ => source.Cancel() },
            source.Token).Value;
        report.Items.Should().ContainSingle();
    }

    [Fact]
    public void CancellingATrainingKeepsTheFoldsThatAreDone()
    {
        using var source = new CancellationTokenSource();
        var fold = 0;
        var report = CrossValidation.Execute(
            SampleProblems.Split,
            2,
            _ =>
            {
                if (fold++ == 0) return new EvaluationSystem("labels", new GoldFormulator(SampleProblems.All));
                source.Cancel();
                throw new OperationCanceledException(source.Token);
            },
            cancellationToken: source.Token).Value;
        report.Items.Select(item => item.Id).Should().Equal("bakery", "ferry", "crates");
    }
}
