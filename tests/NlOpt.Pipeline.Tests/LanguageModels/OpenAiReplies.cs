using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>Replies as OpenAI gives them.</summary>
internal static class OpenAiReplies
{
    /// <summary>Whatever was asked for.</summary>
    public static Task Good(HttpContext context, JsonNode request)
    {
        if (request["tools"] is JsonArray tools && request["messages"]!.AsArray()[^1]!["role"]!.GetValue<string>() != "tool")
            return Call(tools[0]!["function"]!["name"]!.GetValue<string>())(context, request);
        return Text(request["response_format"]?["type"]?.GetValue<string>() == "json_schema" ? """{"legs":4}""" : ModelServer.Sentence)(context, request);
    }

    /// <summary>A text, streamed where the request says so.</summary>
    public static ModelServer.Act Text(string text, string finish = "stop") => async (context, request) =>
    {
        if (!IsStreamed(request))
        {
            await context.Response.WriteAsync(Whole(new { role = "assistant", content = text }, finish));
            return;
        }

        foreach (var piece in text.Chunk(5)) await Send(context, Chunk(new { role = "assistant", content = new string(piece) }, null));
        await Send(context, Chunk(new { }, finish));
        await Send(context, JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = Array.Empty<object>(), usage = Usage }));
        await Send(context, "[DONE]");
    };

    /// <summary>A call of a tool.</summary>
    public static ModelServer.Act Call(string tool, string arguments = "{}") => async (context, request) =>
    {
        var call = new { index = 0, id = "call_1", type = "function", function = new { name = tool, arguments } };
        if (!IsStreamed(request))
        {
            await context.Response.WriteAsync(Whole(new { role = "assistant", content = (string?)null, tool_calls = new[] { call } }, "tool_calls"));
            return;
        }

        await Send(context, Chunk(new { role = "assistant", tool_calls = new[] { call } }, null));
        await Send(context, Chunk(new { }, "tool_calls"));
        await Send(context, "[DONE]");
    };

    /// <summary>A refusal in its own field.</summary>
    public static Task Refusal(HttpContext context, JsonNode request) => IsStreamed(request)
        ? Streamed(context, Chunk(new { role = "assistant", refusal = "I will not." }, null), Chunk(new { }, "stop"))
        : context.Response.WriteAsync(Whole(new { role = "assistant", content = (string?)null, refusal = "I will not." }, "stop"));

    /// <summary>A stream that ends as if all had been said, but without a reason to end.</summary>
    public static Task Unfinished(HttpContext context, JsonNode request) => Send(context, Chunk(new { role = "assistant", content = "The horse" }, null));

    /// <summary>A reply with the right shape and no choice.</summary>
    public static Task NoChoice(HttpContext context, JsonNode request) =>
        context.Response.WriteAsync("""{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[],"usage":null}""");

    /// <summary>Sends one event of a stream.</summary>
    public static async Task Send(HttpContext context, string data)
    {
        if (!context.Response.HasStarted) context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"data: {data}\n\n");
        await context.Response.Body.FlushAsync();
    }

    /// <summary>One piece of a stream.</summary>
    public static string Chunk(object delta, string? finish) => JsonSerializer.Serialize(new
    {
        id = "c",
        @object = "chat.completion.chunk",
        created = 1,
        model = "m",
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
    });

    private static object Usage => new { prompt_tokens = 11, completion_tokens = 7, total_tokens = 18 };

    private static bool IsStreamed(JsonNode request) => request["stream"]?.GetValue<bool>() == true;

    private static async Task Streamed(HttpContext context, params string[] events)
    {
        foreach (var data in events) await Send(context, data);
        await Send(context, "[DONE]");
    }

    private static string Whole(object message, string finish) => JsonSerializer.Serialize(new
    {
        id = "c",
        @object = "chat.completion",
        created = 1,
        model = "m",
        choices = new[] { new { index = 0, message, finish_reason = finish } },
        usage = Usage,
    });
}
