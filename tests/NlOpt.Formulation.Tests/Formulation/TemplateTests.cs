using System.Runtime.CompilerServices;
using FluentAssertions;
using Xunit;
using static NlOpt.Formulation.Tests.Formulation.Examples;

namespace NlOpt.Formulation.Tests.Formulation;

public class TemplateTests
{
    [Fact]
    public void TheReferencePageHoldsTheTable()
    {
        var page = File.ReadAllLines(Path.Combine(Root(), "docs", "reference", "templates.md"));
        var expected = Template.All.Select(template =>
            $"| `{template.Id}` | {template.PaperClass?.ToString() ?? "-"} | {string.Join(", ", template.Nl4OptTypes.DefaultIfEmpty("-"))} | `{template.Form}` | {template.Meaning} |");
        page.SkipWhile(line => !line.StartsWith("|---|", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith('|')).Should().Equal(expected);
    }

    [Fact]
    public void IdsAreUniqueAndAllPaperClassesAreThere()
    {
        Template.All.Select(template => template.Id).Should().OnlyHaveUniqueItems();
        Template.All.Select(template => template.PaperClass).OfType<int>().Should().BeEquivalentTo(Enumerable.Range(0, 14));
        Template.Find("sum-upper-bound")!.PaperClass.Should().Be(2);
        Template.Find("nothing").Should().BeNull();
    }

    [Fact]
    public void StatementsFindTheirNl4OptType()
    {
        string? Type(Statement statement) => Template.Nl4OptTypeOf(statement);
        Type(new Statement.SingleVariable(Chairs, new Limit.AtMost(N(1)))).Should().Be("upperbound");
        Type(new Statement.WeightedSum([Term(Chairs, 1)], new Limit.AtLeast(N(1)))).Should().Be("linear");
        Type(new Statement.Comparison(Chairs, ComparisonOperator.AtLeast, N(1), Tables)).Should().Be("xy");
        Type(new Statement.Comparison(Chairs, ComparisonOperator.AtLeast, N(2), Tables)).Should().Be("xby");
        Type(new Statement.Comparison(Chairs, ComparisonOperator.Equal, N(2), Tables)).Should().BeNull();
        Type(Statement.Implication.Of(new(Chairs), new(Tables))).Should().BeNull();
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "NlOpt.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
