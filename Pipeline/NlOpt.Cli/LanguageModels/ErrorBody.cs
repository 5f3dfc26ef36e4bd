using System.Text.Json;

namespace NlOpt.Cli.LanguageModels;

/// <summary>What a server says in the body of a failure; untrusted.</summary>
internal static class ErrorBody
{
    private const int LongestBody = 1 << 16;

    /// <summary>The message of <c>{"error": {"message": ...}}</c>, which providers and local servers share; null where there is none.</summary>
    public static string? MessageOf(string? body)
    {
        if (body is null or { Length: 0 or > LongestBody }) return null;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
                    ? message.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
