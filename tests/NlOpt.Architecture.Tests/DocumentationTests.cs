using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace NlOpt.Architecture.Tests;

/// <summary>Documentation that points at nothing is worse than none.</summary>
public partial class DocumentationTests
{
    private static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Repository.Files("*.md"));

    [Fact]
    public void Links_to_files_lead_somewhere()
    {
        foreach (var page in Pages)
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
            {
                var target = link.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal)) continue;
                var path = Path.Combine(Path.GetDirectoryName(page)!, target);
                (File.Exists(path) || Directory.Exists(path)).Should().BeTrue("{0} links to {1}", Path.GetRelativePath(Repository.Root, page), target);
            }
    }

    [Fact]
    public void Pages_named_in_code_and_text_exist()
    {
        foreach (var file in Pages.Concat(Repository.Files("*.cs")))
            foreach (Match mention in Mention().Matches(File.ReadAllText(file)))
                File.Exists(Path.Combine(Repository.Root, mention.Value)).Should().BeTrue("{0} names {1}", Path.GetRelativePath(Repository.Root, file), mention.Value);
    }

    [Fact]
    public void Every_example_is_explained()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "examples", "README.md"));
        foreach (var example in Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "*.txt"))
            readme.Should().Contain(Path.GetFileName(example));
    }

    [GeneratedRegex(@"\]\((?<target>[^)#]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bdocs/(?:reference|decisions|how-to|explanation|tutorials)/[\w-]+\.md")]
    private static partial Regex Mention();
}
