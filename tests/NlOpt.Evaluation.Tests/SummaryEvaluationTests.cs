using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class SummaryEvaluationTests
{
    private static readonly ImmutableArray<ProblemDialogue> Dialogues =
    [
        Summary("dev/1", SampleProblems.Bakery, "- rye brings $5 ...", new(5, 5)),
        Summary("dev/2", SampleProblems.Bakery, "- another summary", new(5, 3)),
        Summary("dev/3", SampleProblems.Ferry, "- trips", null),
        Summary("dev/4", SampleProblems.Mill, null, null),
    ];

    [Fact]
    public void SummariesAreReadByTheSystemThatNeverSawTheirProblem()
    {
        var asked = new List<int>();
        var report = SummaryEvaluation.Execute([SampleProblems.Split], Dialogues, 5, null, fold =>
        {
            asked.Add(fold);
            return Knowing(SampleProblems.Bakery with { Text = "- rye brings $5 ..." }, SampleProblems.Ferry);
        }).Value;

        asked.Should().Equal([0, 2], "bakery and ferry are the problems 0 and 2");
        report.All.Items.Select(item => (item.Id, item.ModelRight)).Should().Equal(("dev/1", true), ("dev/2", false), ("dev/3", false));
        report.Best.Items.Select(item => item.Id).Should().Equal("dev/1");
        report.AllStatements.Items.Select(item => (item.Id, item.ModelRight)).Should().Equal(("bakery", false), ("ferry", true));
        report.BestStatements.Items.Select(item => item.Id).Should().Equal("bakery");
    }

    [Fact]
    public void SomeFoldsCanBeMeasuredAlone() => SummaryEvaluation.Execute([SampleProblems.Split], Dialogues, 5, [2], _ => Knowing())
        .Value.All.Items.Select(item => item.Id).Should().Equal("dev/3");

    [Fact]
    public void ADialogueAboutNoProblemOfTheDataIsRefused() =>
        SummaryEvaluation.Execute([SampleProblems.Split], [Dialogues[0] with { ProblemId = "other" }], 5, null, _ => Knowing())
            .Diagnostics[0].Code.Should().Be("dialogues.problem");

    private static Result<EvaluationSystem> Knowing(params Nl4OptProblem[] problems) => Result.Success(new EvaluationSystem("memory", new GoldFormulator(problems)));

    private static ProblemDialogue Summary(string id, Nl4OptProblem problem, string? summary, DialogueRating? rating) =>
        new(id, problem.Id, [], problem.Text, summary, rating);
}
