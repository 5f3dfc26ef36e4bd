using System.Text.Json;
using FluentAssertions;
using NlOpt.Datasets.Generation;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Problems_are_written_with_their_checksum_the_same_every_time()
    {
        var first = Path.Combine(_folder.Path, "first.jsonl");
        var second = Path.Combine(_folder.Path, "second.jsonl");
        var run = CommandRun.Of("generate", "problems", "-n", "12", "--seed", "3", "--out", first, "--json");
        run.ExitCode.Should().Be(0, run.Error);
        using var summary = JsonDocument.Parse(run.Output);
        var file = GeneratedProblemFile.Load(first).Value;
        file.Problems.Should().HaveCount(12);
        summary.RootElement.GetProperty("sha256").GetString().Should().Be(file.Sha256);
        CommandRun.Of("generate", "problems", "-n", "12", "--seed", "3", "--out", second).Output.Should().Contain(file.Sha256);
        File.ReadAllBytes(second).Should().Equal(File.ReadAllBytes(first));
    }

    [Fact]
    public void Templates_and_bank_can_be_chosen()
    {
        var path = Path.Combine(_folder.Path, "shares.jsonl");
        CommandRun.Of("generate", "problems", "-n", "4", "--templates", "proportion-upper-bound, proportion-lower-bound", "--bank", "held-out", "--out", path).ExitCode.Should().Be(0);
        GeneratedProblemFile.Load(path).Value.Problems.Should().OnlyContain(
            problem => problem.Bank == GenerationBank.HeldOut && problem.Templates.Any(template => template.StartsWith("proportion", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--templates", "no-such-template")]
    [InlineData("-n", "0")]
    [InlineData("--bank", "both")]
    public void Senseless_requests_are_refused(string option, string value) =>
        CommandRun.Of("generate", "problems", "--out", Path.Combine(_folder.Path, "none.jsonl"), option, value).ExitCode.Should().Be(2);

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        var file = _folder.File("plain.txt", "x");
        var run = CommandRun.Of("generate", "problems", "-n", "1", "--out", Path.Combine(file, "below.jsonl"));
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("cannot be written");
    }
}
