using System.Text.Json;
using FluentAssertions;
using NlOpt.Datasets;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>doctor, eval, train-reader, help and version.</summary>
public sealed class OtherCommandTests : IDisposable
{
    private const string Problem = """
        {"1": {"document": "A stall sells mugs and bowls. A mug takes 2 hours, a bowl takes 3 hours, and there are 24 hours. A mug earns $5 and a bowl earns $8. Maximize the profit.",
        "vars": ["mugs", "bowls"], "order_mapping": {"mugs": 0, "mug": 0, "bowls": 1, "bowl": 1},
        "obj_declaration": {"type": "objective", "direction": "maximize", "name": "profit", "terms": {"mug": "5", "bowl": "8"}},
        "const_declarations": [{"type": "linear", "direction": "are", "limit": "24", "terms": {"mug": "2", "bowl": "3"}, "operator": "LESS_OR_EQUAL"}]}}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Doctor_finds_the_engines_of_the_product()
    {
        var run = CommandRun.Of("doctor", "--json");
        run.ExitCode.Should().Be(0);
        using var findings = JsonDocument.Parse(run.Output);
        var states = findings.RootElement.GetProperty("findings").EnumerateArray()
            .ToDictionary(finding => finding.GetProperty("name").GetString()!, finding => finding.GetProperty("state").GetString());
        states.Should().Contain("reader", "ok").And.Contain("solver glop", "ok").And.Contain("solver scip", "ok").And.Contain("language model", "unused");
    }

    [Fact]
    public void Doctor_says_how_to_mend_what_is_missing()
    {
        var run = CommandRun.With(CommandRun.Real with { ConfiguredData = Path.Combine(_folder.Path, "nowhere") }, "", "doctor");
        run.ExitCode.Should().Be(0, "data are not needed for solving");
        run.Output.Should().Contain("missing").And.Contain(DataFolder.EnvironmentVariable);
    }

    [Fact]
    public void A_file_is_evaluated_saved_and_compared()
    {
        var problems = _folder.File("own.jsonl", Problem.ReplaceLineEndings(" ") + "\n");
        var output = Path.Combine(_folder.Path, "out");
        CommandRun.Of("eval", "nl4opt", "--split", problems, "--out", output).ExitCode.Should().Be(0);
        File.Exists(Path.Combine(output, "report.html")).Should().BeTrue();
        var again = CommandRun.Of("eval", "nl4opt", "--split", problems, "--compare", Path.Combine(output, "results.json"));
        again.ExitCode.Should().Be(0, again.Error);
        again.Output.Should().Contain("declaration-accuracy").And.Contain("execution-integer").And.Contain("Compared over 1 problems");
    }

    [Fact]
    public void Measures_of_summaries_are_shown_beside_ratings()
    {
        const string Labels = """
            {"doc_id": "7", "document": "Sell teas.", "order_mapping": {"teas": 0}, "obj_declaration": {"type": "objective", "direction": "maximize", "name": "profit",
             "terms": {"teas": "3"}}, "const_declarations": [{"type": "upperbound", "direction": "at most", "operator": "LESS_OR_EQUAL", "var": "teas", "limit": "9"}]}
            """;
        const string Dialogue = """
            {"dialog_messages": [{"role": "agent", "message": "- At most 9 teas."}], "problem_statement": "Sell teas.", "summary": "- At most 9 teas.", "original_id": "7",
             "validation": {"Human Eval": {"Human 0: Recall": 3, "Human 0: Precision": 5, "Human 0: Repetition": 5, "Human 0: Readability": 5}}}
            """;
        foreach (var folder in new[] { "nl4opt", "dialogues/train", "dialogues/dev", "dialogues/human_annotated" })
            Directory.CreateDirectory(Path.Combine(_folder.Path, folder));
        foreach (var file in new[] { "nl4opt/train.jsonl", "nl4opt/dev.jsonl" })
            _folder.File(file, Labels.ReplaceLineEndings(" ").Replace("\"7\"", file.Contains("dev", StringComparison.Ordinal) ? "\"8\"" : "\"7\"", StringComparison.Ordinal) + "\n");
        foreach (var file in new[] { "nl4opt/ner_train.txt", "nl4opt/ner_dev.txt" }) _folder.File(file, "");
        foreach (var part in new[] { "train", "dev", "human_annotated" }) _folder.File($"dialogues/{part}/a.json", Dialogue);
        var environment = CommandRun.Real with { ConfiguredData = _folder.Path };

        var run = CommandRun.With(environment, "", "eval", "dialogue-ratings");
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().ContainAll("rouge-l", "published 0.47", "slot recall", "3 rated");
        CommandRun.With(environment, "", "eval", "dialogue-ratings", "--json").Output.Should().Contain("\"version\": 1").And.Contain("\"spearman\"");
    }

    [Theory]
    [InlineData("eval", "nl4opt", "--split", "/no/such/file.jsonl")]
    [InlineData("eval", "nl4opt", "--split", "dev")]
    [InlineData("eval", "dialogue-ratings")]
    [InlineData("train-reader", "--out", "/tmp")]
    public void Missing_data_are_named(params string[] arguments)
    {
        var run = CommandRun.With(CommandRun.Real with { ConfiguredData = Path.Combine(_folder.Path, "nowhere") }, "", arguments);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("data.not-found");
    }

    [Theory]
    [InlineData("eval", "nl4opt", "--split", "dev", "--cross-validate", "1")]
    [InlineData("eval", "nl4opt")]
    [InlineData("eval", "dialogue-ratings", "--seed", "-1")]
    [InlineData("train-reader", "--seed", "-1")]
    public void Senseless_options_are_usage_errors(params string[] arguments) => CommandRun.Of(arguments).ExitCode.Should().Be(2);

    [Fact]
    public void Help_lists_every_command()
    {
        var run = CommandRun.Of("--help");
        run.ExitCode.Should().Be(0);
        run.Output.Should().ContainAll("solve <FILE>", "read <FILE.jsonl>", "eval", "train-reader", "doctor", "--version");
    }
}
