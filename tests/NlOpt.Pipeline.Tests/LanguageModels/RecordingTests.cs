using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NlOpt.LanguageModels.Failures;
using NlOpt.LanguageModels.Recording;
using NlOpt.Pipeline.Tests.Commands;
using Xunit;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using TextContent = Microsoft.Extensions.AI.TextContent;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>What was recorded is replayed without a network, byte for byte.</summary>
public sealed class RecordingTests : IDisposable
{
    private static readonly ChatMessage[] Question = [new(ChatRole.System, "Answer shortly."), new(ChatRole.User, "How many legs has a horse? “Vier”, or 4?")];

    private readonly TemporaryFolder _folder = new();

    private string RecordPath => Path.Combine(_folder.Path, "deep", "calls.jsonl");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replies_are_replayed_byte_for_byte(bool isStreamed)
    {
        ChatResponse Rich() => new(
        [
            new(ChatRole.Assistant, [
                new TextReasoningContent("let me see") { ProtectedData = "seal" },
                new TextContent("four\n\u00e9\u4f60\ud83d\ude00 \"quoted\""),
                new FunctionCallContent("call_1", "look", new Dictionary<string, object?> { ["b"] = JsonSerializer.SerializeToElement(1.50), ["a"] = null })]),
        ])
        {
            ModelId = "scripted", ResponseId = "r1", FinishReason = ChatFinishReason.ToolCalls, Usage = new() { InputTokenCount = 3, OutputTokenCount = 4, TotalTokenCount = 7 },
        };
        var first = await Recorded(new ScriptedChatClient((_, _) => Rich()), isStreamed);

        using var replaying = new ReplayingChatClient(CallRecording.Read(RecordPath).Value);
        var again = isStreamed
            ? await replaying.GetStreamingResponseAsync(Question).ToChatResponseAsync()
            : await replaying.GetResponseAsync(Question);
        Json(again).Should().Be(Json(first));
        again.Usage!.TotalTokenCount.Should().Be(7);
        again.Messages[0].Contents.OfType<TextReasoningContent>().Single().ProtectedData.Should().Be("seal");
        replaying.GetService<ChatClientMetadata>()!.DefaultModelId.Should().Be("scripted");
    }

    [Fact]
    public async Task The_same_request_gets_the_replies_in_their_order()
    {
        await Recorded(ScriptedChatClient.Saying("one", "two"), isStreamed: false, times: 2);
        using var replaying = new ReplayingChatClient(CallRecording.Read(RecordPath).Value);
        (await replaying.GetResponseAsync(Question)).Text.Should().Be("one");
        (await replaying.GetResponseAsync(Question)).Text.Should().Be("two");
        var asked = () => replaying.GetResponseAsync(Question);
        (await asked.Should().ThrowAsync<LanguageModelException>()).Which.Diagnostic.Message.Should().Contain("2 times");
    }

    [Fact]
    public async Task A_request_that_is_not_on_record_is_told_with_what_differs()
    {
        await Recorded(ScriptedChatClient.Saying("one"), isStreamed: false);
        using var replaying = new ReplayingChatClient(CallRecording.Read(RecordPath).Value);
        await Missing(replaying, [Question[0], new(ChatRole.User, "And a cow?")], null, "message 2 of 2");
        await Missing(replaying, [.. Question, new(ChatRole.User, "And a cow?")], null, "message 3 of 3");
        await Missing(replaying, [Question[0]], null, "more messages");
        await Missing(replaying, Question, new() { Temperature = 0.5f }, "other settings");
        await Missing(replaying, Question, new() { Tools = [AIFunctionFactory.Create(() => 1, "one")] }, "other settings");
        await Missing(replaying, Question, new() { ResponseFormat = ChatResponseFormat.Json }, "other settings");
        using var nothing = new ReplayingChatClient(CallRecording.None);
        await Missing(nothing, Question, null, "nothing is");
    }

    [Fact]
    public async Task A_stopped_run_is_taken_up_without_asking_twice()
    {
        await Recorded(ScriptedChatClient.Saying("one"), isStreamed: false);
        using (var file = RecordingFile.Open(RecordPath).Value)
        {
            var model = ScriptedChatClient.Saying("two");
            using var client = new ReplayingChatClient(file.Before, new RecordingChatClient(model, file));
            (await client.GetResponseAsync(Question)).Text.Should().Be("one");
            (await client.GetResponseAsync(Question)).Text.Should().Be("two");
            model.Calls.Should().Be(1);
        }

        CallRecording.Read(RecordPath).Value.Calls.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_line_that_was_cut_off_is_left_out_and_written_over()
    {
        await Recorded(ScriptedChatClient.Saying("one", "two"), isStreamed: false, times: 2);
        var whole = await File.ReadAllBytesAsync(RecordPath);
        await File.WriteAllBytesAsync(RecordPath, whole[..^20]);
        CallRecording.Read(RecordPath).Value.Calls.Should().ContainSingle();
        await Recorded(ScriptedChatClient.Saying("two"), isStreamed: false);
        (await File.ReadAllBytesAsync(RecordPath)).Should().Equal(whole);
    }

    [Fact]
    public async Task Threads_write_whole_lines()
    {
        using (var file = RecordingFile.Open(RecordPath).Value)
        {
            var client = new RecordingChatClient(new ScriptedChatClient((_, _) => ScriptedChatClient.Text(new string('x', 20_000))), file);
            await Parallel.ForAsync(0, 50, async (number, token) => await client.GetResponseAsync(new ChatMessage(ChatRole.User, $"{number}"), null, token));
        }

        CallRecording.Read(RecordPath).Value.Calls.Should().HaveCount(50);
    }

    [Theory]
    [InlineData("my diary\n")]
    [InlineData("{\"version\":2}\n")]
    [InlineData("{\"version\":1,\"request\":\"00\",\"settings\":\"1\",\"messages\":[],\"reply\":{\"messages\":[]}}\n")]
    [InlineData("[[[[\n")]
    [InlineData("no line break")]
    public void Other_files_are_left_as_they_are(string content)
    {
        var path = _folder.File("diary.txt", content);
        RecordingFile.Open(path).Diagnostics[0].Code.Should().BeOneOf(FailureCode.RecordLine, FailureCode.RecordUnwritable);
        File.ReadAllText(path).Should().Be(content);
    }

    [Fact]
    public void Places_that_cannot_be_used_are_told()
    {
        CallRecording.Read(Path.Combine(_folder.Path, "none")).Diagnostics[0].Code.Should().Be(FailureCode.RecordUnreadable);
        RecordingFile.Open(_folder.Path).Diagnostics[0].Code.Should().Be(FailureCode.RecordUnwritable);
        using var file = RecordingFile.Open(RecordPath).Value;
        RecordingFile.Open(RecordPath).Diagnostics[0].Code.Should().Be(FailureCode.RecordUnwritable, "another run writes there");
    }

    [Fact]
    public async Task A_picture_is_no_reply_to_record()
    {
        var picture = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new DataContent(new byte[] { 1 }, "image/png")]));
        var recorded = () => Recorded(new ScriptedChatClient((_, _) => picture), isStreamed: false);
        (await recorded.Should().ThrowAsync<LanguageModelException>()).Which.Diagnostic.Code.Should().Be(FailureCode.RecordUnwritable);
    }

    [Fact]
    public async Task Nothing_of_the_request_stands_in_the_file()
    {
        await Recorded(ScriptedChatClient.Saying("one"), isStreamed: false);
        (await File.ReadAllTextAsync(RecordPath)).Should().NotContain("horse").And.NotContain("shortly").And.Contain("\"version\":1");
    }

    [Fact]
    public async Task Recorded_calls_answer_by_configuration_alone()
    {
        await using var server = await ModelServer.Start(OpenAiReplies.Refusal);
        using (var recording = Models.Clients(server, "openai", ("model.record", RecordPath)))
        {
            (await Models.Failure(recording)).Code.Should().Be(FailureCode.Refused);
            (await Models.Ask(recording)).Text.Should().Be(ModelServer.Sentence);
        }

        using var replaying = NlOpt.Cli.LanguageModels.HostChatClients.Open(Models.Values(("model.replay", RecordPath)), TimeProvider.System).Value;
        (await Models.Failure(replaying)).Code.Should().Be(FailureCode.Refused, "a refusal was paid for, and is part of what happened");
        (await Models.Ask(replaying)).Text.Should().Be(ModelServer.Sentence);
        (await Models.Failure(replaying)).Code.Should().Be(FailureCode.NotOnRecord);
        replaying.Meter.Used.Calls.Should().Be(0);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Rounds_of_tools_in_a_kernel_are_replayed(string provider)
    {
        await using var server = await ModelServer.Start();
        async Task<string> Run(NlOpt.Cli.LanguageModels.HostChatClients clients)
        {
            using (clients)
            {
                using var client = clients.Create().Value;
                var kernel = clients.KernelOver(client);
                kernel.Plugins.AddFromFunctions("zoo", [KernelFunctionFactory.CreateFromMethod(() => 4, "count_legs")]);
                var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
                return (await kernel.InvokePromptAsync("How many legs has a horse?", new(settings))).ToString();
            }
        }

        var first = await Run(Models.Clients(server, provider, ("model.record", RecordPath)));
        server.Requests.Should().HaveCount(2);
        var again = await Run(Models.Clients(server, provider, ("model.record", RecordPath)));
        again.Should().Be(first);
        server.Requests.Should().HaveCount(2, "all was on record");
    }

    private async Task<ChatResponse> Recorded(IChatClient model, bool isStreamed, int times = 1)
    {
        using var file = RecordingFile.Open(RecordPath).Value;
        var client = new RecordingChatClient(model, file);
        ChatResponse? reply = null;
        for (var i = 0; i < times; i++)
            reply = isStreamed ? await client.GetStreamingResponseAsync(Question).ToChatResponseAsync() : await client.GetResponseAsync(Question);
        return reply!;
    }

    private static async Task Missing(ReplayingChatClient client, ChatMessage[] messages, ChatOptions? options, string why)
    {
        var asked = () => client.GetResponseAsync(messages, options);
        var failure = (await asked.Should().ThrowAsync<LanguageModelException>()).Which.Diagnostic;
        failure.Code.Should().Be(FailureCode.NotOnRecord);
        failure.Message.Should().Contain(why);
    }

    private static string Json(ChatResponse response) => JsonSerializer.Serialize(new { response.Messages, response.FinishReason, response.ResponseId, response.ModelId }, AIJsonUtilities.DefaultOptions);
}
