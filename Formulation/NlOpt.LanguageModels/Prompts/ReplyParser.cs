using System.Globalization;
using System.Text.Json;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Prompts;

/// <summary>
/// Reads the JSON of a reply, which is untrusted: within size and depth, without doubled fields, without anything beside it. A single fence of
/// Markdown around it is taken off, since some models cannot leave it out.
/// </summary>
internal static class ReplyParser
{
    private const string Fence = "```";

    /// <summary>Parses a reply.</summary>
    /// <returns>
    /// The document, which the caller disposes of; or one of the errors <c>model.reply.empty</c>, <c>model.reply.too-long</c>,
    /// <c>model.reply.json</c>.
    /// </returns>
    public static Result<JsonDocument> Parse(string? reply, PromptLimits limits)
    {
        if (string.IsNullOrWhiteSpace(reply)) return Failure(
            "model.reply.empty", "the reply is empty", "answer with the JSON object that was asked for");
        if (reply.Length > limits.LongestReply)
        {
            return Failure(
                "model.reply.too-long",
                string.Create(CultureInfo.InvariantCulture, $"the reply has {reply.Length} characters, more than {limits.LongestReply}"),
                "answer with the JSON object alone, and leave out what was not asked for");
        }

        try
        {
            return Result.Success(JsonDocument.Parse(
                Unfenced(reply), new JsonDocumentOptions { MaxDepth = limits.DeepestReply, AllowDuplicateProperties = false }));
        }
        catch (JsonException exception)
        {
            return Failure(
                "model.reply.json",
                $"the reply is not the JSON that was asked for: {exception.Message}",
                "answer with one JSON object and nothing else; numbers are digits, never NaN or words");
        }
    }

    private static string Unfenced(string reply)
    {
        var text = reply.Trim();
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || !text.EndsWith(Fence, StringComparison.Ordinal)
            || text.Length < 2 * Fence.Length) return text;
        var start = text.IndexOf('\n', StringComparison.Ordinal);
        return start < 0 || start >= text.Length - Fence.Length ? text : text[(start + 1)..^Fence.Length];
    }

    private static Result<JsonDocument> Failure(string code, string message, string remedy) =>
        Result.Failure<JsonDocument>(Diagnostic.Error(code, message, remedy: remedy));
}
