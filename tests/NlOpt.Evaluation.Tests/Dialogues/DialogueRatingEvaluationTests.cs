using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Dialogue.Metrics;
using NlOpt.Evaluation.Tests.Fixtures;
using Xunit;

namespace NlOpt.Evaluation.Tests.Dialogues;

public class DialogueRatingEvaluationTests
{
    private static readonly ImmutableArray<ProblemDialogue> Dialogues =
    [
        Rated("dev/1", "- You want to maximize earnings: $3 for wheat and $2 for oats.\n- At least 5 oats.", 5),
        Rated("dev/2", "- You grind wheat for $3 and oats for $2.", 3),
        Rated("dev/3", "- You grind wheat.\n- There are no other limits.\n- You like mornings.", 1),
        Rated("dev/4", null, 1),
        Rated("dev/5", "- You grind wheat and oats.", null),
    ];

    [Fact]
    public void MeasuresAreComparedWithRecordedScoresAndWithPeople()
    {
        var report = DialogueRatingEvaluation.Execute([SampleProblems.Mill], Dialogues).Value;

        report.Agreement.Select(agreement => agreement.Score).Should().Equal("rouge-1", "rouge-2", "rouge-l");
        report.Agreement[0].Should().Be(new RougeAgreement("rouge-1", 12, 12, 0));
        report.Agreement[1].Should().BeEquivalentTo(new { Values = 12, Agreeing = 0 }, "the recorded scores by pairs are wrong");
        Of(report, "slots", "recall").Should().BeEquivalentTo(new { Summaries = 3, Spearman = 1.0, Published = (double?)null });
        Of(report, "slots", "precision").Spearman.Should().BePositive();
        Of(report, "rouge-l", "recall").Published.Should().Be(0.47);
        Of(report, "judge", "f1").Published.Should().Be(0.59);
        report.JudgeCorrelations.Should().OnlyContain(correlation => correlation.Summaries == 1 && correlation.Spearman == null && correlation.Published == null);
        (report.Rated.Summaries, report.All.Summaries).Should().Be((3, 4));
        report.Rated.SlotRecall.Should().BeInRange(0, 1);
    }

    [Fact]
    public void TheSameSeedGivesTheSameReport() =>
        ReportFile.ToJson(Measured()).Should().Be(ReportFile.ToJson(Measured())).And.Contain("\"version\": 1").And.Contain("\"slotRecall\"");

    [Theory]
    [InlineData("other", "- Oats.", "dialogues.problem")]
    [InlineData("broken", "- Oats.", "dialogues.slots")]
    [InlineData("mill", null, "dialogues.no-summary")]
    public void WhatCannotBeMeasuredIsRefused(string problem, string? summary, string code)
    {
        var broken = SampleProblems.Mill with { Id = "broken", Constraints = [new Nl4OptConstraint.Sum("", Nl4OptOperator.LessOrEqual, "some")] };
        DialogueRatingEvaluation.Execute([SampleProblems.Mill, broken], [Dialogues[0] with { ProblemId = problem, Summary = summary }])
            .Diagnostics[0].Code.Should().Be(code);
    }

    [RealDataFact]
    public void OurOverlapScoresAreThoseOfThePublishedData()
    {
        var data = RealDataFactAttribute.Found.Value;
        var problems = Nl4OptLoader.SplitNames.SelectMany(name => Nl4OptLoader.LoadSplit(data, name).Value.Problems);
        var report = DialogueRatingEvaluation.Execute(problems, DialogueLoader.Load(data).Value, new BootstrapOptions { Resamples = 20 }).Value;

        report.Agreement.Should().OnlyContain(agreement => agreement.Values == 3 * 464 && agreement.Agreeing == agreement.Values && agreement.LargestDifference < 1e-9);
        report.Correlations.Where(correlation => correlation.Published is not null).Should().HaveCount(6)
            .And.OnlyContain(correlation => Math.Abs(correlation.Spearman!.Value - correlation.Published!.Value) <= 0.006, "what was published is reproduced");
        Of(report, "slots", "recall").Spearman.Should().BeGreaterThan(0.4);
        Of(report, "slots", "precision").Spearman.Should().BeGreaterThan(0.4);
    }

    private static DialogueRatingReport Measured() => DialogueRatingEvaluation.Execute([SampleProblems.Mill], Dialogues, new BootstrapOptions { Resamples = 50 }).Value;

    private static RatingCorrelation Of(DialogueRatingReport report, string measure, string rating) =>
        report.Correlations.Single(correlation => correlation.Measure == measure && correlation.Rating == rating);

    private static ProblemDialogue Rated(string id, string? summary, double? marks)
    {
        var one = Rouge.Of(summary ?? "", SampleProblems.Mill.Text).One;
        var wrong = new RecordedOverlap(2, 2, 2);
        return new ProblemDialogue(id, "mill", [new(DialogueRole.Agent, summary ?? "Hm?")], SampleProblems.Mill.Text, summary, new DialogueRating(4, 5))
        {
            HumanRatings = marks is { } mark ? [new HumanRating(mark, mark, 5, 5)] : [],
            Rouge = new RecordedRouge(new RecordedOverlap(one.Precision, one.Recall, one.F1), wrong, wrong),
        };
    }
}
