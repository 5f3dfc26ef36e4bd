using FluentAssertions;
using Xunit;

namespace NlOpt.Architecture.Tests;

/// <summary>House rules that the source files must keep.</summary>
public class SourceTests
{
    private const int MostLines = 300;

    private static IEnumerable<string> SourceFiles =>
        Repository.Files("*.cs").Where(path => !Path.GetRelativePath(Repository.Root, path).StartsWith("tests/", StringComparison.Ordinal));

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        SourceFiles.Where(path => File.ReadLines(path).Count() > MostLines).Select(Relative).Should().BeEmpty();

    [Fact]
    public void No_name_says_nothing()
    {
        foreach (var path in SourceFiles)
            Path.GetFileNameWithoutExtension(path).Should().NotMatchRegex("(Utils|Utilities|Helpers?|Common|Manager)$", "a name says what a thing is");
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);
}
