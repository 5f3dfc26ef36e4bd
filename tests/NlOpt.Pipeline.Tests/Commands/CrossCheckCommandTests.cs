using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

public sealed class CrossCheckCommandTests : IDisposable
{
    private const string Labels = """
        {"doc_id": "7", "document": "A pottery sells teapots and trays. A teapot takes 2 pounds of clay and a tray takes 5 pounds of clay. There are 90 pounds of clay. At least 3 trays must be made. A teapot earns $8 and a tray $21. How many of each maximize profit?",
         "order_mapping": {"teapots": 0, "teapot": 0, "trays": 1, "tray": 1},
         "obj_declaration": {"type": "objective", "direction": "maximize", "name": "profit", "terms": {"teapot": "8", "tray": "21"}},
         "const_declarations": [{"type": "linear", "direction": "are", "limit": "90", "terms": {"teapot": "2", "tray": "5"}, "operator": "LESS_OR_EQUAL"},
          {"type": "lowerbound", "direction": "At least", "limit": "3", "var": "trays", "operator": "GREATER_OR_EQUAL"}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Errors_are_made_flagged_and_counted()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "nl4opt"));
        foreach (var (split, id) in new[] { ("train", "7"), ("dev", "8") })
        {
            _folder.File($"nl4opt/{split}.jsonl", Labels.ReplaceLineEndings(" ").Replace("\"7\"", $"\"{id}\"", StringComparison.Ordinal) + "\n");
            _folder.File($"nl4opt/ner_{split}.txt", "");
        }

        var engines = CommandRun.Real with { ConfiguredData = _folder.Path };
        var items = Path.Combine(_folder.Path, "items.jsonl");
        var run = CommandRun.With(engines, "", "eval", "cross-check", "--logic", "2", "--items", items, "--json");
        run.ExitCode.Should().Be(0, run.Error);
        using var scores = JsonDocument.Parse(run.Output);
        var errors = scores.RootElement.GetProperty("errors").EnumerateArray().ToDictionary(error => error.GetProperty("id").GetString()!);
        foreach (var id in new[] { "dropped-rule", "invented-number", "wrong-direction", "swapped-coefficients", "wrong-objective",
            "total-as-variable" })
        {
            errors[id].GetProperty("made").GetInt32().Should().BePositive(id);
            errors[id].GetProperty("flagged").GetInt32().Should().BePositive(id);
        }

        scores.RootElement.GetProperty("untouched").GetProperty("count").GetInt32().Should().Be(3, "one dev problem, and two generated ones");
        File.ReadLines(items).Should().HaveCountGreaterThan(15).And.OnlyContain(line => line.StartsWith("{\"id\":", StringComparison.Ordinal));
        CommandRun.With(engines, "", "eval", "cross-check", "--logic", "0").Output.Should().ContainAll(
            "dropped-rule", "Which check caught which error", "missing-rule");
    }

    [Theory]
    [InlineData("--split", "test")]
    [InlineData("--problems", "-1")]
    [InlineData("--seed", "x")]
    public void Options_that_make_no_sense_are_refused(string option, string value) =>
        CommandRun.Of("eval", "cross-check", option, value).ExitCode.Should().Be(2);

    [Fact]
    public void Folds_that_are_not_there_are_named()
    {
        var run = CommandRun.Of("eval", "cross-check", "--folds-dir", Path.Combine(_folder.Path, "nowhere"));
        run.ExitCode.Should().BeOneOf(3, 4);
        run.Error.Should().NotContain("   at ");
    }
}
