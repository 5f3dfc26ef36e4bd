using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Dialogue.Metrics;
using Xunit;

namespace NlOpt.Dialogue.Tests.Metrics;

public class ReadabilityTests
{
    [Fact]
    public void HandComputedReadingEase()
    {
        var readability = Readability.Of("We bake bread. It sells.");
        readability.Should().Be(new Readability(2, 5, 5));
        readability.ReadingEase.Should().BeApproximately(206.835 - (1.015 * 2.5) - 84.6, 1e-9);
    }

    [Theory]
    [InlineData("table", 2)]
    [InlineData("made", 1)]
    [InlineData("company", 3)]
    [InlineData("the", 1)]
    [InlineData("see", 1)]
    [InlineData("2.5", 1)]
    [InlineData("$1,000", 1)]
    public void Syllables(string word, int syllables) => Readability.Of(word).Should().Be(new Readability(1, 1, syllables));

    [Fact]
    public void LinesAndMarksEndSentencesAndDecimalsDoNot() => Readability.Of("Costs:\n- 2.5 hours each\n\nIs that right?").Sentences.Should().Be(3);

    [Fact]
    public void WithoutWordsThereIsNothingToRead() => Readability.Of(" - \n?").ReadingEase.Should().BeNull();

    [Property(MaxTest = 200)]
    public bool AnyTextIsMeasured(string? text) =>
        Readability.Of(text ?? "") is { } found && found.Sentences <= found.Words && found.Words <= found.Syllables;
}
