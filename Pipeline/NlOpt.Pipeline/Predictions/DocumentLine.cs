using System.Text.Json;
using NlOpt.Modeling;

namespace NlOpt.Pipeline;

/// <summary>Lines of a batch file: <c>{"id": "a1", "document": "A bakery ..."}</c>; further fields are left alone.</summary>
public static class DocumentLine
{
    /// <summary>Reads one line; it is untrusted.</summary>
    /// <param name="line">One JSON object.</param>
    /// <param name="lineNumber">Where it stands in its file, counted from 1; for messages.</param>
    /// <returns>The document, or the error <c>batch.line</c>.</returns>
    public static Result<ProblemDocument> Read(string line, int lineNumber)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return Wrong("is no JSON object");
            if (!json.RootElement.TryGetProperty("id", out var id) || IdOf(id) is not { Length: > 0 } name)
                return Wrong("lacks an id (a text or a whole number)");
            if (!json.RootElement.TryGetProperty("document", out var text) || text.ValueKind != JsonValueKind.String)
                return Wrong("lacks a document (a text)");
            return Result.Success(new ProblemDocument(name, text.GetString()!));
        }
        catch (JsonException)
        {
            return Wrong("is no valid JSON");
        }
        catch (InvalidOperationException)
        {
            return Wrong("holds half of a character pair");
        }

        Result<ProblemDocument> Wrong(string what) => Result.Failure<ProblemDocument>(Diagnostic.Error(
            "batch.line", $"the line {what}", new DiagnosticLocation(lineNumber), "write {\"id\": \"...\", \"document\": \"...\"} on each line"));
    }

    private static string? IdOf(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => id.GetString(),
        JsonValueKind.Number when id.TryGetInt64(out _) => id.GetRawText(),
        _ => null,
    };
}
