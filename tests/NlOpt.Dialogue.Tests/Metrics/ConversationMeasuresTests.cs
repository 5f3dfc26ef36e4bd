using FluentAssertions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Metrics;
using Xunit;

namespace NlOpt.Dialogue.Tests.Metrics;

public class ConversationMeasuresTests
{
    [Fact]
    public void CountsBothSides()
    {
        var long31 = string.Join(' ', Enumerable.Repeat("word", 31));
        var measures = ConversationMeasures.Of(new Transcript(
        [
            new(Speaker.Agent, TurnKind.Question, "What do you make? For whom?"),
            Turn.OfClient(long31),
            new(Speaker.Agent, TurnKind.Question, "How long?"),
            Turn.OfClient("Two hours - each."),
            new(Speaker.Agent, TurnKind.Summary, "You make a lot. Is that right?"),
        ]));

        measures.Should().Be(new ConversationMeasures(5, 3, 1, 8, 34, 4, 1, 1));
        measures.QuestionsPerMessage.Should().BeApproximately(4.0 / 3, 1e-12);
        measures.AgentWordsPerMessage.Should().Be(4);
        measures.ClientWordsPerMessage.Should().Be(17);
    }

    [Fact]
    public void NothingSaidHasNoMeans()
    {
        var measures = ConversationMeasures.Of(Transcript.Empty);
        measures.Should().Be(new ConversationMeasures(0, 0, 0, 0, 0, 0, 0, 0));
        measures.QuestionsPerMessage.Should().BeNull();
        measures.ClientWordsPerMessage.Should().BeNull();
    }
}
