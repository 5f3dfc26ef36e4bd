using FluentAssertions;
using NlOpt.LanguageModels.Failures;
using Xunit;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>Replies that are broken, empty, refused, endless or cut, over a real connection and for each provider: each has a name.</summary>
public sealed class BadReplyTests
{
    private const string OpenAi = "openai";
    private const string Anthropic = "anthropic";

    [Theory]
    [InlineData(OpenAi, """{"id": "c", "choices": [""")]
    [InlineData(OpenAi, "<html>Gateway</html>")]
    [InlineData(OpenAi, "[]")]
    [InlineData(OpenAi, "{}")]
    [InlineData(OpenAi, """{"choices": "none"}""")]
    [InlineData(Anthropic, """{"id": "msg_1", "content": [""")]
    [InlineData(Anthropic, "<html>Gateway</html>")]
    [InlineData(Anthropic, """{"content": 7}""")]
    public async Task Broken_replies_are_no_crash(string provider, string body)
    {
        await using var server = await ModelServer.Start(ServerFaults.Body(body), ServerFaults.Body($"data: {body}\n\n", "text/event-stream"));
        using var clients = Models.Clients(server, provider);
        (await Models.Failure(clients)).Code.Should().BeOneOf(FailureCode.Malformed, FailureCode.Empty);
        (await Models.Failure(clients, isStreamed: true)).Code.Should().BeOneOf(FailureCode.Malformed, FailureCode.Empty, FailureCode.Cut);
    }

    [Fact]
    public async Task A_reply_without_a_choice_is_no_crash()
    {
        await using var server = await ModelServer.Start(OpenAiReplies.NoChoice);
        using var clients = Models.Clients(server, OpenAi);
        (await Models.Failure(clients)).Code.Should().BeOneOf(FailureCode.Malformed, FailureCode.Empty);
    }

    [Fact]
    public async Task Refusals_are_told()
    {
        await using var server = await ModelServer.Start(
            OpenAiReplies.Refusal, OpenAiReplies.Refusal, OpenAiReplies.Text("I", "content_filter"), OpenAiReplies.Text("I", "content_filter"));
        using var clients = Models.Clients(server, OpenAi);
        foreach (var isStreamed in new[] { false, true, false, true })
            (await Models.Failure(clients, isStreamed)).Code.Should().Be(FailureCode.Refused, "streamed: {0}", isStreamed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Empty_and_cut_replies_are_told(bool isStreamed)
    {
        await using var server = await ModelServer.Start(
            OpenAiReplies.Text(" \n "), OpenAiReplies.Text("The horse has", "length"), OpenAiReplies.Text(new string('a', (1 << 20) + 1)));
        using var clients = Models.Clients(server, OpenAi);
        (await Models.Failure(clients, isStreamed)).Code.Should().Be(FailureCode.Empty);
        (await Models.Failure(clients, isStreamed)).Code.Should().Be(FailureCode.OverLong);
        (await Models.Failure(clients, isStreamed)).Code.Should().Be(FailureCode.OverLong);
    }

    [Fact]
    public async Task Empty_and_cut_replies_are_told_of_Anthropic_too()
    {
        await using var server = await ModelServer.Start(AnthropicReplies.Text(" "), AnthropicReplies.Text("The", "max_tokens"), AnthropicReplies.Text("No", "refusal"));
        using var clients = Models.Clients(server, Anthropic);
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.Empty);
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.OverLong);
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.Refused);
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task An_endless_reply_fills_no_memory(string provider)
    {
        await using var server = await ModelServer.Start(ServerFaults.Endless);
        using var clients = Models.Clients(server, provider, ("model.attempts", "3"));
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.OverLong);
        server.Requests.Should().ContainSingle("more of it would not help");
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task A_cut_reply_is_asked_for_again(string provider)
    {
        await using var server = await ModelServer.Start(ServerFaults.Cut("""{"id": "c","""));
        using var clients = Models.Clients(server, provider, ("model.attempts", "2"));
        (await Models.Ask(clients)).Text.Should().Be(ModelServer.Sentence);
        server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task A_cut_stream_is_told(string provider)
    {
        var beginning = "data: " + OpenAiReplies.Chunk(new { role = "assistant", content = "The" }, null) + "\n\n";
        if (provider == Anthropic) beginning = "event: ping\ndata: {\"type\":\"ping\"}\n\n";
        await using var server = await ModelServer.Start(
            ServerFaults.Cut("{"), ServerFaults.Cut(beginning, "text/event-stream"), ServerFaults.SilentAfter(beginning), OpenAiReplies.Unfinished);
        using var clients = Models.Clients(server, provider, ("model.timeout", "2"));
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.Cut);
        (await Models.Failure(clients, isStreamed: true)).Code.Should().Be(FailureCode.Cut);
        (await Models.Failure(clients, isStreamed: true)).Code.Should().Be(FailureCode.TimedOut);
        if (provider == OpenAi) (await Models.Failure(clients, isStreamed: true)).Code.Should().Be(FailureCode.Cut);
    }

    [Fact]
    public async Task A_tool_called_with_nonsense_is_told()
    {
        await using var server = await ModelServer.Start(OpenAiReplies.Call("add", "{\"a\":"));
        using var clients = Models.Clients(server, OpenAi);
        (await Models.Failure(clients)).Code.Should().Be(FailureCode.Malformed);
    }
}
