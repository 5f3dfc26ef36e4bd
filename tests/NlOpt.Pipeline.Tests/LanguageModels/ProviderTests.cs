using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NlOpt.Cli.LanguageModels;
using NlOpt.LanguageModels.Failures;
using Xunit;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>Calls over a real connection, for each provider: another one is another configuration and nothing else.</summary>
public sealed class ProviderTests
{
    private const string OpenAi = "openai";
    private const string Anthropic = "anthropic";

    private static readonly JsonElement Schema = JsonSerializer.Deserialize<JsonElement>("""
        {"type":"object","properties":{"legs":{"type":"integer"}},"required":["legs"],"additionalProperties":false}
        """);

    [Theory]
    [InlineData(OpenAi, false)]
    [InlineData(OpenAi, true)]
    [InlineData(Anthropic, false)]
    [InlineData(Anthropic, true)]
    public async Task A_text_comes_whole_or_streamed(string provider, bool isStreamed)
    {
        await using var server = await ModelServer.Start();
        using var clients = Models.Clients(server, provider);
        var reply = await Models.Ask(clients, isStreamed);
        reply.Text.Should().Be(ModelServer.Sentence);
        reply.FinishReason.Should().Be(ChatFinishReason.Stop);
        reply.Usage!.InputTokenCount.Should().Be(11);
        reply.Usage.OutputTokenCount.Should().Be(7);
        clients.Meter.Used.Should().Be(new NlOpt.LanguageModels.Budget.LanguageModelUse(1, 11, 7, 0));
        server.Keys.Should().ContainSingle().Which.Should().Contain(Models.Key);
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task Structured_output_tools_and_streaming_work(string provider)
    {
        await using var server = await ModelServer.Start();
        using var clients = Models.Clients(server, provider);
        var tried = await new ModelTrial(clients).Run(CancellationToken.None);
        tried.IsSuccess.Should().BeTrue(string.Join("; ", tried.Diagnostics));
        tried.Value.Should().Be(new ModelTrial.Abilities(null, null, null));
        server.Requests.Should().Contain(request => request.ToJsonString().Contains("\"additionalProperties\":false", StringComparison.Ordinal), "the schema was sent");
        server.Requests.Should().Contain(request => request.ToJsonString().Contains("marigold", StringComparison.Ordinal), "the tool's answer was sent");
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task A_schema_passes_through_Semantic_Kernel(string provider)
    {
        await using var server = await ModelServer.Start();
        using var clients = Models.Clients(server, provider);
        using var client = clients.Create().Value;
        var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["response_format"] = Schema, ["temperature"] = 0.0 } };
        var reply = await clients.KernelOver(client).InvokePromptAsync("How many legs has a horse?", new(settings));
        reply.ToString().Should().Be("""{"legs":4}""");
        var request = server.Requests.Should().ContainSingle().Which.ToJsonString();
        request.Should().Contain("json_schema").And.Contain("\"legs\"");
        // Anthropic's package sends none.
        if (provider == OpenAi) request.Should().Contain("\"temperature\":0");
    }

    [Theory]
    [InlineData(OpenAi, "json", "json_object")]
    [InlineData(OpenAi, "none", "keeps to this JSON schema")]
    [InlineData(Anthropic, "none", "keeps to this JSON schema")]
    public async Task Servers_that_know_no_schema_are_told_it_in_words(string provider, string ability, string expected)
    {
        await using var server = await ModelServer.Start();
        using var clients = Models.Clients(
            server, provider, ("model.structured-output", ability), ("model.temperature", "never"), ("model.reply-tokens", "99"));
        await Models.Ask(clients, options: new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema), Temperature = 0, MaxOutputTokens = 1000 });
        var request = server.Requests.Should().ContainSingle().Which.ToJsonString();
        request.Should().Contain(expected).And.Contain("legs").And.Contain(":99").And.NotContain("temperature").And.NotContain("json_schema");
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task A_busy_server_is_asked_again_after_the_pause_it_wants(string provider)
    {
        await using var server = await ModelServer.Start(ServerFaults.Status(429, retryAfter: 1), ServerFaults.Status(503, retryAfter: 0));
        using var clients = Models.Clients(server, provider, ("model.attempts", "3"));
        var start = TimeProvider.System.GetTimestamp();
        (await Models.Ask(clients)).Text.Should().Be(ModelServer.Sentence);
        TimeProvider.System.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromSeconds(0.9));
        server.Requests.Should().HaveCount(3);
        clients.Meter.Used.Calls.Should().Be(1, "the budget counts what was asked for");
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task A_server_that_stays_busy_is_left_alone(string provider)
    {
        await using var server = await ModelServer.Start(ServerFaults.Status(429, retryAfter: 0), ServerFaults.Status(429, retryAfter: 0));
        using var clients = Models.Clients(server, provider, ("model.attempts", "2"));
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.RateLimited);
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_server_that_wants_an_hour_is_not_waited_for()
    {
        await using var server = await ModelServer.Start(ServerFaults.Status(429, retryAfter: 3600));
        using var clients = Models.Clients(server, OpenAi, ("model.attempts", "4"));
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.RateLimited);
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(OpenAi, 401, FailureCode.Unauthorised)]
    [InlineData(OpenAi, 403, FailureCode.Unauthorised)]
    [InlineData(OpenAi, 404, FailureCode.Unknown)]
    [InlineData(OpenAi, 400, FailureCode.Rejected)]
    [InlineData(OpenAi, 413, FailureCode.PromptTooLong)]
    [InlineData(OpenAi, 500, FailureCode.ServerFailed)]
    [InlineData(OpenAi, 302, FailureCode.Rejected)]
    [InlineData(Anthropic, 401, FailureCode.Unauthorised)]
    [InlineData(Anthropic, 404, FailureCode.Unknown)]
    [InlineData(Anthropic, 400, FailureCode.Rejected)]
    [InlineData(Anthropic, 529, FailureCode.ServerFailed)]
    public async Task A_refusal_of_the_server_has_a_name(string provider, int status, string code)
    {
        await using var server = await ModelServer.Start(ServerFaults.Status(status, $"not with {Models.Key}"), ServerFaults.Status(status, "no"));
        using var clients = Models.Clients(server, provider);
        foreach (var isStreamed in new[] { false, true })
        {
            var failure = await Models.Failure(clients, isStreamed);
            failure.Code.Should().Be(code);
            failure.ToString().Should().NotContain(Models.Key).And.NotContain("Exception");
            failure.Remedy.Should().NotBeNull();
        }
    }

    [Theory]
    [InlineData(OpenAi, "This model's maximum context length is 8192 tokens.")]
    [InlineData(Anthropic, "prompt is too long: 250000 tokens > 200000 maximum")]
    public async Task A_text_beyond_the_context_is_told(string provider, string message)
    {
        await using var server = await ModelServer.Start(ServerFaults.Status(400, message));
        using var clients = Models.Clients(server, provider);
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.PromptTooLong);
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task A_silent_server_ends_in_time(string provider)
    {
        await using var server = await ModelServer.Start(ServerFaults.Silence, ServerFaults.Silence);
        using var clients = Models.Clients(server, provider, ("model.timeout", "1"));
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.TimedOut);
        (await Models.Failure(clients, isStreamed: true)).Code.Should().Be(FailureCode.TimedOut);
    }

    [Fact]
    public async Task A_silent_server_is_asked_again()
    {
        await using var server = await ModelServer.Start(ServerFaults.Silence);
        using var clients = Models.Clients(server, OpenAi, ("model.timeout", "2"), ("model.attempts", "2"));
        (await Models.Ask(clients)).Text.Should().Be(ModelServer.Sentence);
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task A_dead_server_is_named(string provider)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var clients = HostChatClients.Open(
            Models.Values(("model.provider", provider), ("model.name", "m"), ("model.address", $"http://127.0.0.1:{port}/v1"), ("model.attempts", "1")),
            TimeProvider.System).Value;
        foreach (var isStreamed in new[] { false, true })
        {
            var failure = await Models.Failure(clients, isStreamed);
            failure.Code.Should().Be(FailureCode.Unreachable);
            failure.Message.Should().Contain($"127.0.0.1:{port}");
        }
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_the_server()
    {
        await using var server = await ModelServer.Start(ServerFaults.Silence, ServerFaults.Silence);
        using var clients = Models.Clients(server, OpenAi);
        foreach (var isStreamed in new[] { false, true })
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            var asked = () => Models.Ask(clients, isStreamed, cancellationToken: soon.Token);
            await asked.Should().ThrowAsync<OperationCanceledException>();
        }
    }

    [Fact]
    public async Task The_budget_ends_calls_before_they_are_made()
    {
        await using var server = await ModelServer.Start();
        using var clients = Models.Clients(server, OpenAi, ("model.budget-tokens", "30"));
        await Models.Ask(clients);
        await Models.Ask(clients, isStreamed: true);
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.Budget);
        (await Models.Failure(clients, isStreamed: true)).Code.Should().Be(FailureCode.Budget);
        server.Requests.Should().HaveCount(2);
    }
}
