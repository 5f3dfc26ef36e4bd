using FluentAssertions;
using NlOpt.Datasets.Dialogues;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Files;
using NlOpt.Dialogue.Metrics;
using Xunit;

namespace NlOpt.Dialogue.Tests.Files;

public sealed class TranscriptFileTests : IDisposable
{
    private static readonly Transcript Talk = new(
    [
        new(Speaker.Agent, TurnKind.Question, "What do you sell?"),
        Turn.OfClient("Tea – and milk."),
        new(Speaker.Agent, TurnKind.Summary, "- You sell tea."),
        Turn.OfClient("And milk."),
        new(Speaker.Agent, TurnKind.Summary, "- You sell tea and milk."),
    ]);

    private readonly string _folder = Directory.CreateTempSubdirectory("nlopt").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AFileIsReadAsItWasSavedAndReplacedWhole()
    {
        var path = Path.Combine(_folder, "new", "talk.json");
        TranscriptFile.Save(path, new SavedTranscript(Transcript.Empty)).Value.Should().Be(Path.GetFullPath(path));
        TranscriptFile.Save(path, new SavedTranscript(Talk, DialogueEnd.TooLong)).IsSuccess.Should().BeTrue();
        var read = TranscriptFile.Load(path).Value;
        read.End.Should().Be(DialogueEnd.TooLong);
        read.Transcript.Turns.Should().Equal(Talk.Turns);
        Directory.GetFiles(Path.Combine(_folder, "new")).Should().ContainSingle("nothing half-written stays behind");
    }

    [Fact]
    public void WhatCannotBeReadOrWrittenIsSaid()
    {
        TranscriptFile.Load(Path.Combine(_folder, "nowhere.json")).Diagnostics[0].Code.Should().Be("transcript.not-found");
        var broken = Path.Combine(_folder, "broken.json");
        File.WriteAllBytes(broken, [0xFF, 0xFE, 0x00]);
        TranscriptFile.Load(broken).Diagnostics[0].Code.Should().Be("transcript.encoding");
        TranscriptFile.Save(Path.Combine(broken, "under.json"), new SavedTranscript(Talk)).Diagnostics[0].Code.Should().Be("output.unwritable");
    }

    [Fact]
    public void APublishedDialogueIsOneThatTheLoaderOfTheDataReads()
    {
        const string Statement = "A shop sells tea, milk and sugar.";
        var path = Path.Combine(_folder, "dev", "problem_7_dialog_0.json");
        TranscriptFile.Save(path, new PublishedDialogue(Talk, Statement, "-17")).IsSuccess.Should().BeTrue();

        var loaded = DialogueLoader.LoadFile(path).Value;
        loaded.Id.Should().Be("dev/problem_7_dialog_0");
        loaded.ProblemId.Should().Be("-17");
        loaded.Statement.Should().Be(Statement);
        loaded.Summary.Should().Be("- You sell tea and milk.", "the last summary counts");
        loaded.Messages.Select(message => message.Text).Should().Equal(Talk.Turns.Select(turn => turn.Text));
        loaded.Messages.Select(message => message.Role).Should().Equal(
            DialogueRole.Agent, DialogueRole.Client, DialogueRole.Agent, DialogueRole.Client, DialogueRole.Agent);
        loaded.Rating.Should().BeNull();
        loaded.HumanRatings.Should().BeEmpty();
        var rouge = Rouge.Of(loaded.Summary!, Statement);
        loaded.Rouge!.One.Should().Be(new RecordedOverlap(rouge.One.Precision, rouge.One.Recall, rouge.One.F1));
        loaded.Rouge.Longest.Should().Be(new RecordedOverlap(rouge.Longest.Precision, rouge.Longest.Recall, rouge.Longest.F1));
    }

    [Fact]
    public void WithoutASummaryThereAreNoScores()
    {
        var path = Path.Combine(_folder, "dev", "talk.json");
        TranscriptFile.Save(path, new PublishedDialogue(new Transcript([.. Talk.Turns.Take(2)]), "A shop.", "1")).IsSuccess.Should().BeTrue();
        var loaded = DialogueLoader.LoadFile(path).Value;
        loaded.Summary.Should().BeNull();
        loaded.Rouge.Should().BeNull();
    }
}
