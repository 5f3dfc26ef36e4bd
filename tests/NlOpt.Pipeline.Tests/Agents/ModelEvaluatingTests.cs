using System.Text.Json;
using FluentAssertions;
using NlOpt.Cli;
using NlOpt.Cli.Configuration;
using NlOpt.Pipeline.Tests.Commands;
using NlOpt.Pipeline.Tests.LanguageModels;
using Xunit;

namespace NlOpt.Pipeline.Tests.Agents;

/// <summary>nlopt eval nl4opt with a language model behind a server on loopback.</summary>
public sealed class ModelEvaluatingTests : IDisposable
{
    private static readonly string Labels = JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["doc_id"] = "joinery",
        ["document"] = AgentTexts.Joinery,
        ["order_mapping"] = new { stools = 0, stool = 0, benches = 1, bench = 1 },
        ["obj_declaration"] = new { type = "objective", direction = "largest", name = "profit", terms = new { stool = "15", bench = "40" } },
        ["const_declarations"] = new object[]
        {
            new { type = "linear", direction = "are", limit = "80", terms = new { stool = "2", bench = "5" }, @operator = "LESS_OR_EQUAL" },
            new { type = "lowerbound", direction = "At least", limit = "4", var = "benches", @operator = "GREATER_OR_EQUAL" },
        },
    });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("agents")]
    [InlineData("checked")]
    public async Task A_run_is_measured_recorded_and_goes_on_from_its_record(string formulator)
    {
        await using var server = await ModelServer.Start(Good());
        string[] arguments = ["eval", "nl4opt", "--split", _folder.File("own.jsonl", Labels + "\n"), "--formulator", formulator, "--record",
            Path.Combine(_folder.Path, "record"),
            "--prices", "1,2", "--parallel", "1"];
        var run = CommandRun.With(At(server), "", arguments);
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain("Use of the language model").And.Contain("tokens sent").And.Contain("cost");
        server.Requests.Should().HaveCount(6);
        server.Requests.Should().OnlyContain(request => request["response_format"]!["type"]!.GetValue<string>() == "json_schema");
        if (formulator == "checked") run.Output.Should().Contain("Who was right");

        var again = CommandRun.With(At(server), "", [.. arguments, "--json"]);
        again.ExitCode.Should().Be(0, again.Error);
        server.Requests.Should().HaveCount(6, "what is on record is not asked again");
        using var report = JsonDocument.Parse(again.Output);
        report.RootElement.GetProperty("usage").GetProperty("calls").GetInt32().Should().Be(6);
        report.RootElement.GetProperty("usage").GetProperty("cost").GetDouble().Should().BeApproximately(((66 * 1) + (42 * 2)) / 1e6, 1e-12);
        report.RootElement.GetProperty("items")[0].GetProperty("modelRight").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Masked_neither_names_nor_numbers_reach_the_server()
    {
        await using var server = await ModelServer.Start(OpenAiReplies.Text("""{"variables":[],"reason":"nothing"}"""));
        var run = CommandRun.With(
            At(server), "", "eval", "nl4opt", "--split", _folder.File("own.jsonl", Labels + "\n"), "--formulator", "agents", "--mask");
        run.ExitCode.Should().Be(0, run.Error);
        server.Requests.Single().ToJsonString().Should().NotContainAny("stool", "bench", "80 hours");
    }

    [Fact]
    public async Task A_server_that_refuses_ends_the_run_and_says_how_to_go_on()
    {
        await using var server = await ModelServer.Start([.. Good().Take(2), ServerFaults.Status(401, "who are you")]);
        var run = CommandRun.With(
            At(server), "", "eval", "nl4opt", "--split", _folder.File("own.jsonl", Labels + "\n"), "--formulator", "agents", "--record",
                Path.Combine(_folder.Path, "record"));
        run.ExitCode.Should().Be(4);
        run.Error.Should().Contain("does not accept the key").And.Contain("stopped after 0 of 1 problems");
    }

    [Theory]
    [InlineData("--formulator", "magic")]
    [InlineData("--model", "m")]
    [InlineData("--mask", "--json")]
    [InlineData("--formulator", "agents", "--attempts", "0")]
    [InlineData("--formulator", "agents", "--prices", "cheap")]
    [InlineData("--formulator", "agents", "--cross-validate", "3")]
    [InlineData("--limit", "0")]
    public void Options_that_make_no_sense_are_refused(params string[] options)
    {
        var run = CommandRun.Of(["eval", "nl4opt", "--split", _folder.File("own.jsonl", Labels + "\n"), .. options]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().NotContain("   at ");
    }

    [Fact]
    public void Without_a_configured_model_it_is_said()
    {
        var run = CommandRun.Of("eval", "nl4opt", "--split", _folder.File("own.jsonl", Labels + "\n"), "--formulator", "agents");
        run.ExitCode.Should().Be(4);
        run.Error.Should().Contain("no language model is configured");
    }

    private static ModelServer.Act[] Good() =>
    [
        OpenAiReplies.Text(AgentTexts.JoineryVariables), OpenAiReplies.Text(AgentTexts.JoineryParts), OpenAiReplies.Text(AgentTexts.JoineryObjective),
        OpenAiReplies.Text(AgentTexts.JoineryHours), OpenAiReplies.Text(AgentTexts.JoineryOrder), OpenAiReplies.Text(ScriptedChatClient.NothingWrong),
    ];

    private static Engines At(ModelServer server)
    {
        var settings = Models.At(server, "openai").ToDictionary(
            setting => Setting.All.FirstOrDefault(known => known.Key == setting.Name)?.Variable ?? setting.Name, setting => setting.Value,
                StringComparer.Ordinal);
        return CommandRun.Real with { Variable = settings.GetValueOrDefault };
    }
}
