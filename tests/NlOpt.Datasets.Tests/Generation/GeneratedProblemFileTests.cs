using FluentAssertions;
using NlOpt.Datasets.Generation;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Datasets.Tests.Generation;

public sealed class GeneratedProblemFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "problems.jsonl");

    [Fact]
    public void What_is_written_is_read_again()
    {
        var problems = new ProblemGenerator(OrToolsSolvers.Automatic).Generate(new() { Count = 25, Seed = 4 });
        var sha256 = GeneratedProblemFile.Save(_path, problems).Value;
        var file = GeneratedProblemFile.Load(_path).Value;
        file.Sha256.Should().Be(sha256);
        file.Problems.Select(GeneratedProblemJson.Write).Should().Equal(problems.Select(GeneratedProblemJson.Write));
        file.Problems[3].Formulation.Should().BeEquivalentTo(problems[3].Formulation);
    }

    [Theory]
    [InlineData("", "data.empty")]
    [InlineData("{}", "generated.json")]
    [InlineData("nonsense", "generated.json")]
    [InlineData("{\"version\": 9}", "generated.version")]
    public void Other_content_is_refused(string content, string code)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllText(_path, content);
        GeneratedProblemFile.Load(_path).Diagnostics.Should().ContainSingle(diagnostic => diagnostic.Code == code);
    }

    [Fact]
    public void A_missing_file_is_named() => GeneratedProblemFile.Load(_path).Diagnostics[0].Code.Should().Be("data.not-found");

    public void Dispose()
    {
        var folder = Path.GetDirectoryName(_path)!;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
