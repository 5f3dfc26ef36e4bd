using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class EvaluationRunTests
{
    private static readonly ExecutionSettings Execution = new(OrToolsSolvers.Automatic, OrToolsSolvers.Automatic);

    [Fact]
    public void APerfectSystemScoresOneEverywhere()
    {
        var report = Run(new GoldFormulator(SampleProblems.All), new() { Execution = Execution });

        report.IsComplete.Should().BeTrue();
        report.InSample.Should().BeFalse();
        report.Items.Select(item => item.Id).Should().Equal(SampleProblems.All.Select(problem => problem.Id));
        report.Scores.Where(score => score.Id is not ("declined" or "failed") && score.Denominator > 0)
            .Should().OnlyContain(score => score.Value == 1).And.Contain(score => score.Id == "execution-integer").And.Contain(score => score.Id == "constraint-recall/xy");
        report.Errors.Should().BeEmpty();
        report.Confusion.Should().OnlyContain(entry => entry.Types.Gold == entry.Types.Predicted);
    }

    [Fact]
    public void ASystemThatReadsEveryOtherTextScoresAccordingly()
    {
        var report = Run(new GoldFormulator(SampleProblems.All.Where((_, index) => index % 2 == 0)), new() { Execution = Execution });

        report["model-accuracy"]!.Value.Should().BeApproximately(3.0 / 5, 1e-12);
        report["model-accuracy"]!.StandardError.Should().BeApproximately(Math.Sqrt(0.6 * 0.4 / 5), 1e-12);
        report["declined"]!.Numerator.Should().Be(2);
        // Declarations: bakery 4, garden 5, ferry 3, mill 2, crates 2; garden and mill were not read.
        report["declaration-accuracy"].Should().Be(new Score("declaration-accuracy", 9, 16, 9.0 / 16, null));
        report["constraint-recall"]!.Value.Should().BeApproximately(6.0 / 11, 1e-12);
        report["constraint-precision"]!.Value.Should().Be(1);
        report["execution-integer"]!.Numerator.Should().Be(3);
        report.Errors.Should().Equal(new ErrorFrequency("declined", 2, 2));
    }

    [Fact]
    public void TheSystemGetsTheTextAndNothingElse()
    {
        var formulator = new Recorder();
        Run(formulator, new() { Parallelism = 1 });
        formulator.Seen.Should().Equal(SampleProblems.All.Select(problem => problem.Text));
    }

    [Fact]
    public void ASystemThatThrowsHasFailedOnThatProblemOnly()
    {
        var report = Run(new GoldFormulator(SampleProblems.All, formulation =>
            formulation.Variables.Length == 3 ? throw new InvalidOperationException("broken") : formulation));
        report.Items[1].Outcome.Should().Be(ReadingOutcome.Failed);
        report.Items[1].Message.Should().Be("InvalidOperationException: broken");
        report["failed"]!.Numerator.Should().Be(1);
        report["model-accuracy"]!.Numerator.Should().Be(4);
    }

    [Fact]
    public void ParallelismDoesNotChangeTheItems()
    {
        var problems = Enumerable.Range(0, 40).Select(index => SampleProblems.All[index % 5] with { Id = $"p{index}" }).ToImmutableArray();
        var split = new Nl4OptSplit("many", problems, "11", null);
        var system = new EvaluationSystem("labels", new GoldFormulator(SampleProblems.All));
        string Json(int parallelism)
        {
            var report = EvaluationRun.Execute(split, system, new() { Parallelism = parallelism, Clock = new StoppedClock() }).Value;
            return ReportFile.ToJson(report);
        }

        Json(8).Should().Be(Json(1));
    }

    [Fact]
    public void ProgressCountsToTheEnd()
    {
        var seen = new List<EvaluationProgress>();
        Run(new GoldFormulator(SampleProblems.All), new() { Progress = seen.Add });
        seen.Select(progress => progress.Done).Should().Equal(1, 2, 3, 4, 5);
        seen.Should().OnlyContain(progress => progress.Total == 5 && progress.ModelRight);
    }

    [Fact]
    public void ACancelledRunKeepsWhatIsDone()
    {
        using var source = new CancellationTokenSource();
        var options = new EvaluationOptions { Parallelism = 1, Progress = progress => { if (progress.Done == 2) source.Cancel(); } };
        var report = EvaluationRun.Execute(SampleProblems.Split, new("labels", new GoldFormulator(SampleProblems.All)), options, source.Token).Value;

        report.IsComplete.Should().BeFalse();
        report.Items.Select(item => item.Id).Should().Equal("bakery", "garden");
        report["model-accuracy"]!.Denominator.Should().Be(2);
    }

    [Fact]
    public void ASystemTrainedOnTheVeryLabelsIsInSample()
    {
        var system = new EvaluationSystem("labels", new GoldFormulator(SampleProblems.All)) { TrainingChecksums = ["22bb", SampleProblems.Split.Sha256] };
        EvaluationRun.Execute(SampleProblems.Split, system).Value.InSample.Should().BeTrue();
    }

    [Fact]
    public void ScoresAreGivenWithAndWithoutErrata()
    {
        var errata = Errata.Parse("# a list\n\ngarden\ta label is wrong\nelsewhere\tanother\n", "list").Value;
        var report = Run(new GoldFormulator(SampleProblems.All.Where(problem => problem.Id != "garden")), new() { Errata = errata });

        report["model-accuracy"]!.Value.Should().BeApproximately(0.8, 1e-12);
        report.ScoresWithoutErrata!.Value.Single(score => score.Id == "model-accuracy").Should().Be(new Score("model-accuracy", 4, 4, 1, 0));
        report.Errata.Should().Equal(new Erratum("garden", "a label is wrong"));
    }

    [Fact]
    public void ABadListOfErrataIsRefusedWithTheLine()
    {
        var diagnostics = Errata.Parse("a\tgood\nno tab\na\tagain", "list.tsv").Diagnostics;
        diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Location!.Line)).Should().Equal(("eval.errata", 2), ("eval.errata", 3));
    }

    [Fact]
    public void LabelsThatAreNoNumbersAreRefused()
    {
        var problem = SampleProblems.Mill with { Constraints = [new Nl4OptConstraint.LowerBound("", Nl4OptOperator.GreaterOrEqual, "oats", "plenty")] };
        var result = EvaluationRun.Execute(new("odd", [problem], "33", null), new("labels", new GoldFormulator([problem])));
        result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("eval.gold-number");
    }

    [Fact]
    public void EntitiesAreScoredOnlyWhereBothSidesHaveThem()
    {
        ImmutableArray<EntitySpan> gold = [new(0, 1, "VAR"), new(2, 8, "VAR"), new(9, 12, "LIMIT")];
        var problems = SampleProblems.All.SetItem(0, SampleProblems.Bakery with { Entities = gold });
        var system = new EvaluationSystem("labels", new GoldFormulator(problems)) { ExtractEntities = _ => [gold[0], new(2, 7, "VAR"), gold[2], new(20, 22, "VAR")] };
        var report = EvaluationRun.Execute(new("entities", problems, "44", null), system).Value;

        report["entity-f1"].Should().Be(new Score("entity-f1", 4, 7, 4.0 / 7, null));
        Run(new GoldFormulator(SampleProblems.All))["entity-f1"].Should().BeNull();
    }

    private static EvaluationReport Run(IFormulator formulator, EvaluationOptions? options = null) =>
        EvaluationRun.Execute(SampleProblems.Split, new EvaluationSystem("system", formulator), options).Value;

    private sealed class Recorder : IFormulator
    {
        public List<string> Seen { get; } = [];

        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
        {
            Seen.AddRange(source.Turns);
            return Result.Failure<Reading>(Diagnostic.Error("read.not-this-kind", "declined"));
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
