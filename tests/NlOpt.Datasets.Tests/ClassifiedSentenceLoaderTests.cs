using FluentAssertions;
using Xunit;

namespace NlOpt.Datasets.Tests;

public sealed class ClassifiedSentenceLoaderTests
{
    [Fact]
    public void Paragraphs_come_with_line_and_class()
    {
        using var file = new TemporaryFile("{\"text\": \"At most 4 barns are painted.\", \"class\": 1}\n\n{\"text\": \"Paint as few barns as possible.\", \"class\": 0, \"note\": 7}\r\n");
        var loaded = ClassifiedSentenceLoader.LoadFile(file.Path).Value;
        loaded.Sentences.Should().Equal(new ClassifiedSentence(1, "At most 4 barns are painted.", 1), new ClassifiedSentence(3, "Paint as few barns as possible.", 0));
        loaded.Sha256.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Theory]
    [InlineData("", "data.empty")]
    [InlineData("{\"text\": \"Paint.\", \"class\": 14}", "data.shape")]
    [InlineData("{\"text\": \"\", \"class\": 1}", "data.shape")]
    [InlineData("{\"text\": \"Paint.\"}", "data.shape")]
    [InlineData("[1]", "data.shape")]
    [InlineData("{\"text\": \"\\ud800\", \"class\": 1}", "data.shape")]
    [InlineData("{", "data.json")]
    public void Malformed_files_are_refused(string content, string code)
    {
        using var file = new TemporaryFile(content);
        ClassifiedSentenceLoader.LoadFile(file.Path).Diagnostics.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void An_absent_file_is_named() =>
        ClassifiedSentenceLoader.LoadFile("/absent/sentences.jsonl").Diagnostics.Should().ContainSingle().Which.Code.Should().Be("data.not-found");

    [RealDataFact]
    public void The_published_set_loads()
    {
        var loaded = ClassifiedSentenceLoader.Load(RealDataFactAttribute.Found.Value).Value;
        loaded.Sentences.Should().HaveCount(110);
        loaded.Sentences.Select(sentence => sentence.PaperClass).Distinct().Order().Should().Equal(Enumerable.Range(0, 14));
    }
}
