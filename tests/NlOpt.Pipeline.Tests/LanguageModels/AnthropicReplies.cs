using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>Replies as Anthropic gives them.</summary>
internal static class AnthropicReplies
{
    /// <summary>Whatever was asked for.</summary>
    public static Task Good(HttpContext context, JsonNode request)
    {
        if (request["tools"] is JsonArray tools && !request["messages"]!.AsArray()[^1]!.ToJsonString().Contains("tool_result", StringComparison.Ordinal))
            return Whole(context, new { type = "tool_use", id = "call_1", name = tools[0]!["name"]!.GetValue<string>(), input = new { } }, "tool_use");
        var isJson = request.ToJsonString().Contains("json_schema", StringComparison.Ordinal);
        return Text(isJson ? """{"legs":4}""" : ModelServer.Sentence)(context, request);
    }

    /// <summary>A text, streamed where the request says so.</summary>
    public static ModelServer.Act Text(string text, string stop = "end_turn") => async (context, request) =>
    {
        if (request["stream"]?.GetValue<bool>() != true)
        {
            await Whole(context, new { type = "text", text }, stop);
            return;
        }

        await Send(context, "message_start", new { type = "message_start", message = Message([], null) });
        await Send(context, "content_block_start", new { type = "content_block_start", index = 0, content_block = new { type = "text", text = "" } });
        foreach (var piece in text.Chunk(5))
            await Send(context, "content_block_delta", new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text = new string(piece) } });
        await Send(context, "content_block_stop", new { type = "content_block_stop", index = 0 });
        await Send(context, "message_delta", new { type = "message_delta", delta = new { stop_reason = stop, stop_sequence = (string?)null }, usage = new { output_tokens = 7 } });
        await Send(context, "message_stop", new { type = "message_stop" });
    };

    private static Task Whole(HttpContext context, object content, string stop)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(Message([content], stop)));
    }

    private static object Message(object[] content, string? stop) => new
    {
        id = "msg_1",
        type = "message",
        role = "assistant",
        model = "m",
        content,
        stop_reason = stop,
        stop_sequence = (string?)null,
        usage = new { input_tokens = 11, output_tokens = 7 },
    };

    private static async Task Send(HttpContext context, string name, object data)
    {
        if (!context.Response.HasStarted) context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data)}\n\n");
        await context.Response.Body.FlushAsync();
    }
}
