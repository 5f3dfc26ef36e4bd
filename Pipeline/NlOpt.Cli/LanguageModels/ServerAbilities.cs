using System.Text.Json;
using Microsoft.Extensions.AI;

namespace NlOpt.Cli.LanguageModels;

/// <summary>Fits requests to what a server can do by its settings: some know no schemas, and some models refuse a temperature.</summary>
internal sealed class ServerAbilities(ModelSettings settings)
{
    /// <summary>A request as the server takes it. A schema that cannot be sent as such is told in words.</summary>
    public (IEnumerable<ChatMessage> Messages, ChatOptions Options) Fit(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var sent = options?.Clone() ?? new ChatOptions();
        if (settings.ReplyTokens is { } most) sent.MaxOutputTokens = Math.Min(sent.MaxOutputTokens ?? most, most);
        if (!settings.SendsTemperature) sent.Temperature = null;
        if (sent.ResponseFormat is not ChatResponseFormatJson { Schema: { } schema } || settings.StructuredOutput == "schema") return (messages, sent);
        sent.ResponseFormat = settings.StructuredOutput == "json" ? ChatResponseFormat.Json : null;
        return ([.. messages, InWords(schema)], sent);
    }

    private static ChatMessage InWords(JsonElement schema) => new(
        ChatRole.System, $"Answer with one JSON object and nothing around it. It keeps to this JSON schema: {schema.GetRawText()}");
}
