using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace NlOpt.LanguageModels.Recording;

/// <summary>
/// A request reduced to hashes of what decides its reply: the messages, and the settings (model where the request names one, schema, tools,
/// temperature and the like). Requests that differ in neither have the same hashes, streamed or not, on every machine.
/// </summary>
public sealed record RequestHash
{
    private const int PartLength = 16;

    private RequestHash(string settings, ImmutableArray<string> messages)
    {
        (Settings, Messages) = (settings, messages);
        Value = Hash(Encoding.UTF8.GetBytes(string.Join('\n', [settings, .. messages])));
    }

    /// <summary>The hash of all of it: SHA-256 in 64 small hexadecimal digits.</summary>
    public string Value { get; }

    /// <summary>The hash of the settings: 16 small hexadecimal digits.</summary>
    public string Settings { get; }

    /// <summary>The hash of each message in order: 16 small hexadecimal digits each.</summary>
    public ImmutableArray<string> Messages { get; }

    /// <summary>The hashes of a request.</summary>
    public static RequestHash Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new(
            Hash(Json(writer => WriteSettings(writer, options ?? new ChatOptions())))[..PartLength],
            [.. messages.Select(message => Hash(Json(writer => WriteMessage(writer, message)))[..PartLength])]);
    }

    /// <summary>The hashes as they stand in a file.</summary>
    internal static RequestHash Of(string settings, ImmutableArray<string> messages) => new(settings, messages);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) write(writer);
        return stream.ToArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, ChatMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("role", message.Role.Value);
        writer.WriteString("author", message.AuthorName);
        writer.WriteStartArray("contents");
        foreach (var content in message.Contents) WriteContent(writer, content);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, AIContent content)
    {
        writer.WriteStartObject();
        switch (content)
        {
            case TextContent text:
                writer.WriteString("text", text.Text);
                break;
            case FunctionCallContent call:
                writer.WriteString("call", call.Name);
                writer.WriteString("id", call.CallId);
                WriteSorted(writer, "arguments", call.Arguments);
                break;
            case FunctionResultContent result:
                writer.WriteString("result", result.CallId);
                WriteValue(writer, "value", result.Result);
                break;
            default:
                writer.WriteString("type", content.GetType().Name);
                writer.WritePropertyName("value");
                JsonSerializer.Serialize(writer, content, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(AIContent)));
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter writer, ChatOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("model", options.ModelId);
        writer.WriteString("instructions", options.Instructions);
        WriteValue(writer, "temperature", options.Temperature);
        WriteValue(writer, "topP", options.TopP);
        WriteValue(writer, "topK", options.TopK);
        WriteValue(writer, "frequencyPenalty", options.FrequencyPenalty);
        WriteValue(writer, "presencePenalty", options.PresencePenalty);
        WriteValue(writer, "maxOutputTokens", options.MaxOutputTokens);
        WriteValue(writer, "seed", options.Seed);
        WriteValue(writer, "stop", options.StopSequences is { Count: > 0 } stops ? stops : null);
        WriteValue(writer, "severalToolCalls", options.AllowMultipleToolCalls);
        writer.WriteString("toolMode", options.ToolMode switch
        {
            RequiredChatToolMode { RequiredFunctionName: { } name } => "required " + name,
            { } mode => mode.GetType().Name,
            null => null,
        });
        WriteFormat(writer, options.ResponseFormat);
        writer.WriteStartArray("tools");
        foreach (var tool in options.Tools ?? []) WriteTool(writer, tool);
        writer.WriteEndArray();
        WriteSorted(writer, "additional", options.AdditionalProperties is { Count: > 0 } additional ? additional : null);
        writer.WriteEndObject();
    }

    private static void WriteFormat(Utf8JsonWriter writer, ChatResponseFormat? format)
    {
        writer.WriteString("format", format switch { ChatResponseFormatJson => "json", null => null, _ => "text" });
        if (format is not ChatResponseFormatJson json) return;
        writer.WriteString("schemaName", json.SchemaName);
        WriteValue(writer, "schema", json.Schema);
    }

    private static void WriteTool(Utf8JsonWriter writer, AITool tool)
    {
        writer.WriteStartObject();
        writer.WriteString("name", tool.Name);
        writer.WriteString("description", tool.Description);
        if (tool is AIFunctionDeclaration function) WriteValue(writer, "schema", function.JsonSchema);
        writer.WriteEndObject();
    }

    /// <summary>Dictionaries have no order of their own.</summary>
    private static void WriteSorted(Utf8JsonWriter writer, string name, IDictionary<string, object?>? values)
    {
        if (values is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal)) WriteValue(writer, key, value);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, value, AIJsonUtilities.DefaultOptions);
    }
}
