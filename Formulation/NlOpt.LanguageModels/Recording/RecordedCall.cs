using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Recording;

/// <summary>One call as it stands in a file of recorded calls, version 1: docs/reference/recordings-jsonl.md.</summary>
/// <param name="Request">The hashes of the request.</param>
/// <param name="Model">The model that answered, in the server's words; null where it did not say. Untrusted.</param>
/// <param name="Reply">The reply with its usage, as JSON. Untrusted.</param>
public sealed record RecordedCall(RequestHash Request, string? Model, string Reply)
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    private const int DeepestReply = 64;

    /// <summary>Records a call.</summary>
    /// <returns>The call; or <c>record.unwritable</c> where the reply holds something that a file of calls cannot hold, such as a picture.</returns>
    public static Result<RecordedCall> Of(RequestHash request, ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        var reply = ReplyJson.Write(response);
        return reply.TryGetValue(out var json)
            ? Result.Success(new RecordedCall(request, response.ModelId, json.ToJsonString(ReplyJson.Readable)))
            : Result.Failure<RecordedCall>(reply.Diagnostics);
    }

    /// <summary>The reply, made anew at each call, because replies are mutable.</summary>
    public ChatResponse ToResponse() => ReplyJson.Read(Parse(Reply), Model);

    /// <summary>The call as one line, without the line break.</summary>
    public string ToLine() => new JsonObject
    {
        ["version"] = Version,
        ["request"] = Request.Value,
        ["settings"] = Request.Settings,
        ["messages"] = new JsonArray([.. Request.Messages.Select(message => JsonValue.Create(message))]),
        ["model"] = Model,
        ["reply"] = JsonNode.Parse(Reply),
    }.ToJsonString(ReplyJson.Readable);

    /// <summary>Reads a line; it is untrusted.</summary>
    /// <param name="line">One JSON object.</param>
    /// <param name="location">Where it stands, for messages.</param>
    /// <returns>The call; or <c>record.line</c>.</returns>
    public static Result<RecordedCall> Read(string line, DiagnosticLocation location)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            var root = Parse(line);
            if (root["version"]?.GetValue<int>() is not Version) return Failure("the line is no recorded call of version 1", location);
            var hash = RequestHash.Of(Text(root, "settings"), [.. root["messages"]!.AsArray().Select(message => message!.GetValue<string>())]);
            if (hash.Value != Text(root, "request")) return Failure("the hashes of the request do not fit: the line was changed", location);
            var call = new RecordedCall(hash, root["model"]?.GetValue<string>(), root["reply"]!.AsObject().ToJsonString(ReplyJson.Readable));
            call.ToResponse();
            return Result.Success(call);
        }
        catch (Exception error) when (
            error is JsonException or FormatException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            return Failure("the line is no recorded call", location);
        }
    }

    private static JsonNode Parse(string json) =>
        JsonNode.Parse(json, null, new() { MaxDepth = DeepestReply, AllowDuplicateProperties = false }) ?? throw new JsonException();

    private static string Text(JsonNode root, string name) => root[name]?.GetValue<string>() ?? throw new JsonException();

    private static Result<RecordedCall> Failure(string message, DiagnosticLocation location) => Result.Failure<RecordedCall>(Diagnostic.Error(
        Failures.FailureCode.RecordLine, message, location, "see docs/reference/recordings-jsonl.md"));
}
