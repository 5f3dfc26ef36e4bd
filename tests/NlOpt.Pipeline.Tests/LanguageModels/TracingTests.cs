using System.Collections.Concurrent;
using System.Diagnostics;
using FluentAssertions;
using NlOpt.Cli.LanguageModels;
using Xunit;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>Traces say which model, how long and how many tokens; texts only where they are asked for; keys never.</summary>
public sealed class TracingTests
{
    [Fact]
    public async Task Traces_reach_a_collector()
    {
        await using var server = await ModelServer.Start();
        using (var clients = Models.Clients(server, "openai", ("model.trace", server.Address + "/v1/traces")))
            await Models.Ask(clients, question: "How many legs has an okapi?");
        server.Traces.Should().NotBeEmpty();
        var told = string.Concat(server.Traces.Select(System.Text.Encoding.Latin1.GetString));
        told.Should().Contain("nlopt").And.Contain("gen_ai").And.NotContain("okapi").And.NotContain(Models.Key);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Traces_hold_texts_only_where_asked_for(bool isAskedFor)
    {
        var question = isAskedFor ? "How many legs has a zebra?" : "How many legs has a gnu?";
        var traces = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CallTracing.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = traces.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await ModelServer.Start(OpenAiReplies.Text(question + " Four."), ServerFaults.Status(400, question));
        using var clients = Models.Clients(server, "openai", ("model.trace-texts", isAskedFor ? "yes" : "no"));
        await Models.Ask(clients, question: question);
        var refused = () => Models.Ask(clients, question: question);
        await refused.Should().ThrowAsync<NlOpt.LanguageModels.Failures.LanguageModelException>();

        var told = string.Join('\n', traces.Select(trace =>
            $"{trace.DisplayName} {trace.StatusDescription} {string.Join(' ', trace.TagObjects)} {string.Join(' ', trace.Events.SelectMany(item => item.Tags))}"));
        told.Should().Contain("gen_ai.usage.input_tokens").And.NotContain(Models.Key);
        if (isAskedFor) told.Should().Contain(question);
        else told.Should().NotContain(question);
    }
}
