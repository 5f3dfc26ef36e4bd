using FluentAssertions;
using Microsoft.Extensions.AI;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class ModelUseTests
{
    [Fact]
    public async Task Calls_tokens_failures_and_cost_are_counted()
    {
        using var client = new MeteredChatClient(new Counting(), TimeProvider.System);
        await client.GetResponseAsync("one");
        await foreach (var update in client.GetStreamingResponseAsync("two")) update.Should().NotBeNull();
        var failing = () => client.GetResponseAsync("fail");
        await failing.Should().ThrowAsync<HttpRequestException>();
        var usage = client.Usage(ModelPrices.Parse("1.5, 2").Value);
        usage.Calls.Should().Be(2);
        usage.FailedCalls.Should().Be(1);
        usage.InputTokens.Should().Be(200);
        usage.OutputTokens.Should().Be(20);
        usage.Cost.Should().BeApproximately(((200 * 1.5) + (20 * 2)) / 1e6, 1e-15);
        client.Usage().Cost.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1,2,3")]
    [InlineData("-1,2")]
    [InlineData("1,NaN")]
    public void Prices_that_are_none_are_refused(string text) =>
        ModelPrices.Parse(text).Diagnostics.Should().ContainSingle(diagnostic => diagnostic.Code == "eval.prices");

    [Fact]
    public void A_text_is_read_once()
    {
        var inner = new Failing("model.reply.json");
        var remembered = new RememberedFormulator(inner);
        remembered.Formulate(Source.Of("a"));
        remembered.Formulate(Source.Of("a"));
        remembered.Formulate(Source.Of("b"));
        inner.Count.Should().Be(2);
    }

    [Fact]
    public void What_no_further_call_can_mend_stops_the_run_and_anything_else_does_not()
    {
        using var stop = new CancellationTokenSource();
        new StoppingFormulator(new Failing("model.reply.json"), stop).Formulate(Source.Of("a")).IsSuccess.Should().BeFalse();
        stop.IsCancellationRequested.Should().BeFalse();
        var stopping = new StoppingFormulator(new Failing("model.budget"), stop);
        var reading = () => stopping.Formulate(Source.Of("a"));
        reading.Should().Throw<OperationCanceledException>();
        stop.IsCancellationRequested.Should().BeTrue();
        stopping.Reason!.Code.Should().Be("model.budget");
    }

    private sealed class Failing(string code) : IFormulator
    {
        public int Count { get; private set; }

        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default)
        {
            Count++;
            return Result.Failure<Reading>(Diagnostic.Error(code, "no"));
        }
    }

    private sealed class Counting : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            messages.Last().Text == "fail"
                ? throw new HttpRequestException("gone")
                : Task.FromResult(new ChatResponse(
                    new ChatMessage(ChatRole.Assistant, "yes")) { Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 10 } });

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
