using System.Text.Json;
using FluentAssertions;
using NlOpt.Cli.Configuration;
using NlOpt.Pipeline.Tests.Commands;
using Xunit;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>nlopt doctor tries the configured model, and says plainly when there is none or it does not answer.</summary>
public sealed class DoctorTests
{
    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task What_works_is_told(string provider)
    {
        await using var server = await ModelServer.Start();
        var (state, detail) = Finding(Models.At(server, provider));
        state.Should().Be("ok");
        detail.Should().ContainAll("m at http://127.0.0.1", "structured output works", "tools work", "streaming works", "4 calls");
        detail.Should().NotContain(Models.Key);
    }

    [Fact]
    public async Task What_a_model_cannot_do_is_told()
    {
        await using var server = await ModelServer.Start(
            ServerFaults.Status(400, "no response_format here"), OpenAiReplies.Text("I have no tools."), OpenAiReplies.Text("one"));
        var (state, detail) = Finding(Models.At(server, "openai"));
        state.Should().Be("ok");
        detail.Should().Contain("no structured output (").And.Contain("no tools (it called no tool)").And.Contain("no streaming (");
    }

    [Fact]
    public async Task A_model_that_does_not_answer_is_told_once()
    {
        await using var server = await ModelServer.Start(ServerFaults.Status(401, "who are you"));
        var (state, detail) = Finding(Models.At(server, "openai", ("model.attempts", "5")));
        state.Should().Be("missing");
        detail.Should().Contain("does not accept the key");
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public void Without_a_model_nothing_is_tried()
    {
        var (state, detail) = Finding([]);
        state.Should().Be("unused");
        detail.Should().Contain("none is configured");
    }

    private static (string State, string Detail) Finding((string Name, string Value)[] settings)
    {
        var variables = settings.ToDictionary(
            setting => Setting.All.FirstOrDefault(known => known.Key == setting.Name)?.Variable ?? setting.Name, setting => setting.Value, StringComparer.Ordinal);
        var run = CommandRun.With(CommandRun.Real with { Variable = name => variables.GetValueOrDefault(name) }, "", "doctor", "--json");
        run.ExitCode.Should().Be(0, run.Error);
        using var document = JsonDocument.Parse(run.Output);
        var finding = document.RootElement.GetProperty("findings").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "language model");
        return (finding.GetProperty("state").GetString()!, finding.GetProperty("detail").GetString()!);
    }
}
