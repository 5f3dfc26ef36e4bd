using System.Runtime.CompilerServices;
using System.Text.Json;
using FluentAssertions;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

/// <summary>What docs/reference says holds.</summary>
public class ReferenceTests
{
    [Fact]
    public void The_json_example_is_a_model() => ModelFormat.Json.Read(Block(0)).Value.Indicators.Should().ContainSingle();

    [Fact]
    public void The_json_schema_names_what_the_writer_writes()
    {
        using var schema = JsonDocument.Parse(Block(1));
        using var written = JsonDocument.Parse(ModelFormat.Json.Write(Samples.Bakery));
        var properties = schema.RootElement.GetProperty("properties");
        ShouldMatch(written.RootElement, schema.RootElement);
        ShouldMatch(written.RootElement.GetProperty("objective"), properties.GetProperty("objective"));
        foreach (var list in new[] { "variables", "rows", "indicators" })
            ShouldMatch(written.RootElement.GetProperty(list)[0], properties.GetProperty(list).GetProperty("items"));
    }

    private static void ShouldMatch(JsonElement written, JsonElement schema)
    {
        var known = schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToArray();
        written.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo(known, "the writer gives every property");
    }

    private static string Block(int index, [CallerFilePath] string testFile = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(testFile)!, "../../../docs/reference/model-json.md"));
        return page.Split("```json")[index + 1].Split("```")[0];
    }
}
