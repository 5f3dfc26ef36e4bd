using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Recording;

/// <summary>
/// Replies as JSON: texts, reasoning, calls of tools, refusals, why it ended, and usage. Times are left out: they are of no meaning later.
/// </summary>
internal static class ReplyJson
{
    /// <summary>Quotes and accents stay readable; the files are no web pages.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Result<JsonObject> Write(ChatResponse response)
    {
        var messages = new JsonArray();
        foreach (var message in response.Messages)
        {
            var contents = new JsonArray();
            foreach (var content in message.Contents)
            {
                if (content is UsageContent) continue;
                if (Content(content) is not { } written)
                {
                    return Result.Failure<JsonObject>(Diagnostic.Error(
                        FailureCode.RecordUnwritable,
                        $"the reply holds what cannot be recorded: {content.GetType().Name}",
                        remedy: "record replies of text and tools alone"));
                }

                contents.Add(written);
            }

            messages.Add(new JsonObject { ["role"] = message.Role.Value, ["contents"] = contents });
        }

        var reply = new JsonObject();
        if (response.ResponseId is { } id) reply["id"] = id;
        if (response.FinishReason is { } finish) reply["finish"] = finish.Value;
        reply["messages"] = messages;
        if (response.Usage is { } usage) reply["usage"] = Usage(usage);
        return Result.Success(reply);
    }

    /// <exception cref="JsonException">Something is missing or of another type; so with the other exceptions of <see cref="JsonNode"/>.</exception>
    public static ChatResponse Read(JsonNode reply, string? model)
    {
        var messages = reply["messages"]!.AsArray().Select(message => new ChatMessage(
            new ChatRole(message!["role"]!.GetValue<string>()), [.. message["contents"]!.AsArray().Select(content => Content(content!.AsObject()))]));
        return new([.. messages])
        {
            ModelId = model,
            ResponseId = reply["id"]?.GetValue<string>(),
            FinishReason = reply["finish"]?.GetValue<string>() is { } finish ? new ChatFinishReason(finish) : null,
            Usage = reply["usage"] is not { } usage ? null : new()
            {
                InputTokenCount = Count(usage, "input"),
                OutputTokenCount = Count(usage, "output"),
                TotalTokenCount = Count(usage, "total"),
            },
        };
    }

    private static JsonObject? Content(AIContent content) => content switch
    {
        TextContent text => new() { ["text"] = text.Text },
        TextReasoningContent { ProtectedData: { } sealing } reasoning => new() { ["reasoning"] = reasoning.Text, ["protected"] = sealing },
        TextReasoningContent reasoning => new() { ["reasoning"] = reasoning.Text },
        FunctionCallContent call => new()
        {
            ["call"] = call.Name,
            ["id"] = call.CallId,
            ["arguments"] = JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>(), AIJsonUtilities.DefaultOptions),
        },
        ErrorContent error => new() { ["error"] = error.Message, ["code"] = error.ErrorCode },
        _ => null,
    };

    private static AIContent Content(JsonObject content)
    {
        if (content["text"] is { } text) return new TextContent(text.GetValue<string>());
        if (content["reasoning"] is { } reasoning)
            return new TextReasoningContent(reasoning.GetValue<string>()) { ProtectedData = content["protected"]?.GetValue<string>() };
        if (content["error"] is { } error) return new ErrorContent(error.GetValue<string>()) { ErrorCode = content["code"]?.GetValue<string>() };
        var (id, name) = (content["id"]!.GetValue<string>(), content["call"]!.GetValue<string>());
        return new FunctionCallContent(id, name, Arguments(content["arguments"]!.AsObject()));
    }

    /// <summary>Values as the providers' own clients give them: elements of JSON.</summary>
    private static Dictionary<string, object?> Arguments(JsonObject arguments) => arguments.ToDictionary(
        argument => argument.Key, argument => (object?)JsonSerializer.SerializeToElement(argument.Value), StringComparer.Ordinal);

    private static JsonObject Usage(UsageDetails usage)
    {
        var counts = new JsonObject();
        if (usage.InputTokenCount is { } input) counts["input"] = input;
        if (usage.OutputTokenCount is { } output) counts["output"] = output;
        if (usage.TotalTokenCount is { } total) counts["total"] = total;
        return counts;
    }

    private static long? Count(JsonNode usage, string name) => usage[name]?.GetValue<long>();
}
