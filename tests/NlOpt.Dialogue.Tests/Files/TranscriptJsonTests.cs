using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Files;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Dialogue.Tests.Files;

public class TranscriptJsonTests
{
    private static readonly SavedTranscript Whole = new(
        new Transcript(
        [
            new(Speaker.Agent, TurnKind.Question, "What do you make?"),
            Turn.OfClient("Chairs & \"tables\",\n€20 each."),
            new(Speaker.Agent, TurnKind.Summary, "- You make chairs.\n- Right?") { Formulation = Workshop.Problem },
            Turn.OfClient("Yes."),
            new(Speaker.Agent, TurnKind.Goodbye, "Goodbye."),
        ]),
        DialogueEnd.Accepted);

    [Fact]
    public void ReadingWhatWasWrittenGivesTheSame()
    {
        var read = TranscriptJson.Read(TranscriptJson.Write(Whole));
        read.Diagnostics.Should().BeEmpty();
        read.Value.End.Should().Be(DialogueEnd.Accepted);
        read.Value.Transcript.Turns.Should().BeEquivalentTo(
            Whole.Transcript.Turns,
            options => options.RespectingRuntimeTypes().WithStrictOrdering().ComparingByMembers<Turn>().ComparingByMembers<ProblemFormulation>());
        TranscriptJson.Write(read.Value).Should().Be(TranscriptJson.Write(Whole));
    }

    [Fact]
    public void AConversationThatGoesOnHasNoEnd() =>
        TranscriptJson.Read(TranscriptJson.Write(new SavedTranscript(Transcript.Empty))).Value
            .Should().BeEquivalentTo(new SavedTranscript(Transcript.Empty));

    [Property(MaxTest = 100)]
    public Property AnyWordsSurvive() => Prop.ForAll(ArbMap.Default.ArbFor<UnicodeString[]>(), messages =>
    {
        // Half of a character pair cannot be said in UTF-8; a replacement character of the same length stands for it.
        var texts = messages.Select(message => string.Concat((message.Get ?? "").EnumerateRunes())).ToList();
        var turns = texts.Select((text, index) => index % 2 == 0 ? new Turn(Speaker.Agent, TurnKind.Question, text) : Turn.OfClient(text));
        TranscriptJson.Read(TranscriptJson.Write(new SavedTranscript(new Transcript([.. turns])))).Value.Transcript.Turns.Should().Equal(turns);
    });

    [Fact]
    public void TheFormatIsThatOfTheReference() => TranscriptJson
        .Write(new SavedTranscript(new Transcript([.. Whole.Transcript.Turns.Take(2)]), DialogueEnd.GivenUp))
        .Should().Be("""
        {
          "format": "nlopt-transcript",
          "version": 1,
          "end": "givenUp",
          "turns": [
            {
              "speaker": "agent",
              "kind": "question",
              "text": "What do you make?"
            },
            {
              "speaker": "client",
              "kind": "message",
              "text": "Chairs & \"tables\",\n€20 each."
            }
          ]
        }

        """);

    [Theory]
    [InlineData("", "transcript.json.syntax")]
    [InlineData("{", "transcript.json.syntax")]
    [InlineData("{\"a\":1,\"a\":1}", "transcript.json.syntax")]
    [InlineData("[]", "transcript.json.shape")]
    [InlineData("{}", "transcript.json.shape")]
    [InlineData("{\"format\":\"nlopt-transcript\",\"version\":2}", "transcript.json.version")]
    [InlineData("{\"format\":\"other\",\"version\":1}", "transcript.json.shape")]
    public void WhatIsNoTranscriptIsRefused(string json, string code) =>
        TranscriptJson.Read(json).Diagnostics.Should().ContainSingle().Which.Code.Should().Be(code);

    [Theory]
    [InlineData("\"kind\": \"goodbye\"", "\"kind\": \"farewell\"", "turns[4].kind must be one of question, summary, goodbye, message")]
    [InlineData("\"kind\": \"goodbye\"", "\"kind\": \"message\"", "turns[4].kind must not be message for an agent")]
    [InlineData("\"kind\": \"message\"", "\"kind\": \"question\"", "turns[1].kind must be message for a client")]
    [InlineData("\"speaker\": \"client\"", "\"speaker\": \"agent\"", "turns[1].speaker must be client")]
    [InlineData("\"kind\": \"summary\"", "\"kind\": \"question\"", "turns[2].formulation belongs to a summary")]
    [InlineData("\"text\": \"Yes.\"", "\"text\": \"\\ud800\"", "turns[3].text holds half of a character pair")]
    [InlineData("\"text\": \"Yes.\"", "\"text\": \"Yes.\", \"mood\": 1", "turns[3] has the unknown field 'mood'")]
    [InlineData("\"text\": \"Yes.\"", "\"words\": \"Yes.\"", "turns[3] lacks the field 'text'")]
    [InlineData("\"end\": \"accepted\"", "\"end\": \"happy\"", "end must be one of accepted, givenUp, tooLong")]
    [InlineData("\"end\": \"accepted\"", "\"mood\": 2", "the document has the unknown field 'mood'")]
    public void AWrongPartIsNamedByItsPath(string right, string wrong, string message)
    {
        var result = Change(right, wrong);
        result.Diagnostics.Should().ContainSingle().Which.Message.Should().StartWith(message);
        result.Diagnostics[0].Code.Should().Be("transcript.json.shape");
    }

    [Fact]
    public void AWrongFormulationIsNamedByItsWholePath()
    {
        var result = Change("\"sense\": \"maximize\"", "\"sense\": \"best\"");
        result.Diagnostics[0].Code.Should().Be("formulation.json.shape");
        result.Diagnostics[0].Message.Should().StartWith("turns[2].formulation.objective.sense must be one of minimize, maximize");
    }

    [Fact]
    public void SyntaxErrorsHaveLineAndColumn() =>
        TranscriptJson.Read("{\n  \"format\": nonsense }").Diagnostics[0].Location.Should().Be(new DiagnosticLocation(2, 14));

    [Property(MaxTest = 200)]
    public bool ReadingNeverThrows(string? text) => !TranscriptJson.Read(text ?? "").IsSuccess;

    private static Result<SavedTranscript> Change(string right, string wrong)
    {
        var json = TranscriptJson.Write(Whole);
        var position = json.IndexOf(right, StringComparison.Ordinal);
        position.Should().BePositive();
        return TranscriptJson.Read(json[..position] + wrong + json[(position + right.Length)..]);
    }
}
