using FluentAssertions;
using NlOpt.Datasets.Dialogues;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests.Dialogues;

public sealed class DialogueReplayTests
{
    private const string First = "I bake bread.", Second = "I have 40 hours.";

    private static readonly ProblemDialogue Dialogue = new(
        "dev/1",
        SampleProblems.Bakery.Id,
        [
            new(DialogueRole.Agent, "What do you do?"), new(DialogueRole.Client, First), new(DialogueRole.Agent, "What limits you?"),
            new(DialogueRole.Client, Second), new(DialogueRole.Agent, "All of it."), new(DialogueRole.Client, "Thank you!"),
        ],
        SampleProblems.Bakery.Text,
        "All of it.",
        null);

    [Fact]
    public void UnderstandingGrowsWithEachMessage()
    {
        var report = Replay(SampleProblems.Bakery with { Text = First + "\n" + Second }).Value;

        report.Dialogues.Should().Be(1);
        report.ByShare.Select(point => (point.Share, point.Recall, point.Right, point.Read))
            .Should().Equal((0.25, 0, 0, 0), (0.5, 1, 1, 1), (0.75, 1, 1, 1), (1, 1, 1, 1));
        report.ByTurn.Take(3).Select(point => (point.Turn, point.Right)).Should().Equal((1, 0), (2, 1), (3, 1));
        report.ByTurn[^1].Right.Should().Be(1, "a conversation that has ended counts as it ended");
    }

    [Fact]
    public void TheLastSummaryIsNotHeard() => RecordedConversation.Of(Dialogue, withSummary: false).Should().HaveCount(5);

    [Fact]
    public void ADialogueAboutNoProblemOfTheDataIsRefused() => DialogueReplay
        .Execute([SampleProblems.Split], [Dialogue with { ProblemId = "other" }], 5, null, _ => Knowing()).Diagnostics[0].Code
        .Should().Be("dialogues.problem");

    private static Result<ReplayReport> Replay(params Datasets.Nl4OptProblem[] known) =>
        DialogueReplay.Execute([SampleProblems.Split], [Dialogue], 5, null, _ => Knowing(known));

    private static Result<EvaluationSystem> Knowing(params Datasets.Nl4OptProblem[] problems) =>
        Result.Success(new EvaluationSystem("memory", new GoldFormulator(problems)));
}
