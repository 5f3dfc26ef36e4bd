using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace NlOpt.Architecture.Tests;

/// <summary>House rules that the source files must keep.</summary>
public partial class SourceTests
{
    private const int MostLines = 300;

    private static IEnumerable<string> SourceFiles =>
        Repository.Files("*.cs").Where(path => !Path.GetRelativePath(Repository.Root, path).StartsWith("tests/", StringComparison.Ordinal));

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        SourceFiles.Where(path => File.ReadLines(path).Count() > MostLines).Select(Relative).Should().BeEmpty();

    /// <summary>
    /// A file holds one public type and is named after it. Identifiers, small values (record structs) and enums that the type needs may
    /// stand beside it; the cases of a closed union are nested in it.
    /// </summary>
    [Fact]
    public void A_file_holds_one_public_type_of_its_name()
    {
        foreach (var path in SourceFiles)
        {
            var types = PublicType().Matches(File.ReadAllText(path));
            if (types.Count == 0) continue;
            types.Select(match => match.Groups["name"].Value).Should()
                .Contain(Path.GetFileNameWithoutExtension(path).Split('.')[0], "{0} is named after the type it holds", Relative(path));
            types.Where(match => match.Groups["kind"].Value is "class" or "record" or "interface").Select(match => match.Groups["name"].Value).Distinct()
                .Should().HaveCountLessThanOrEqualTo(1, "{0} may hold only one class, record or interface", Relative(path));
        }
    }

    [Fact]
    public void No_name_says_nothing()
    {
        foreach (var path in SourceFiles)
            Path.GetFileNameWithoutExtension(path).Should().NotMatchRegex("(Utils|Utilities|Helpers?|Common|Manager)$", "a name says what a thing is");
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    [GeneratedRegex(
        @"^public\s+(?:(?:sealed|static|abstract|readonly|partial|unsafe)\s+)*(?<kind>record\s+struct|class|record|struct|interface|enum|delegate)\s+(?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
