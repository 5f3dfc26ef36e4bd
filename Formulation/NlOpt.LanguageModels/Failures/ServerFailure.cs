using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Failures;

/// <summary>Names what a server of a language model did wrong, whichever provider it is.</summary>
public static partial class ServerFailure
{
    private const int LongestDetail = 300;

    /// <summary>The failure behind a status code of HTTP.</summary>
    /// <param name="status">The code; not one of success.</param>
    /// <param name="detail">What the server says; untrusted, shortened here and freed of what looks like a key; null where it says nothing.</param>
    /// <param name="place">Where the server is, for messages; without credentials.</param>
    public static Diagnostic OfStatus(int status, string? detail, string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var (code, what, remedy) = (HttpStatusCode)status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                (FailureCode.Unauthorised, "does not accept the key", "check the key in the environment; nlopt config list names its variable"),
            HttpStatusCode.NotFound =>
                (FailureCode.Unknown, "knows no such model or address", "check model.name and model.address with nlopt config list"),
            HttpStatusCode.TooManyRequests =>
                (FailureCode.RateLimited, "takes no more requests for now", "wait a while, or use a larger plan of the provider"),
            HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout =>
                (FailureCode.TimedOut, "took too long", "try again later, or set model.timeout higher"),
            HttpStatusCode.RequestEntityTooLarge => (FailureCode.PromptTooLong, "finds the request too long", "shorten the text"),
            HttpStatusCode.BadRequest when SaysTooLong(detail) =>
                (FailureCode.PromptTooLong, "finds the request too long", "shorten the text, or use a model with a larger context"),
            >= HttpStatusCode.InternalServerError => (FailureCode.ServerFailed, "failed", "try again later"),
            _ => (FailureCode.Rejected, "refuses the request", "the model may lack something that was asked for; see nlopt doctor"),
        };
        return Error(code, $"{place} {what} ({status.ToString(CultureInfo.InvariantCulture)}){Said(detail)}", remedy);
    }

    /// <summary>The failure behind an exception that any provider may let through.</summary>
    /// <returns>The diagnostic; null when the exception is none of a server.</returns>
    public static Diagnostic? Of(Exception error, string place)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(place);
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case LanguageModelException known:
                    return known.Diagnostic;
                case HttpRequestException { StatusCode: { } status }:
                    return OfStatus((int)status, null, place);
                case HttpRequestException request when IsConnecting(request.HttpRequestError):
                    return Error(
                        FailureCode.Unreachable,
                        $"{place} cannot be reached ({Reason(request)})",
                        "check that the server runs and that model.address is right; nlopt config list shows it");
                case HttpRequestException or IOException:
                    return CutOff(place);
                case TimeoutException or OperationCanceledException:
                    return Error(FailureCode.TimedOut, $"{place} did not answer in time", "try again later, or set model.timeout higher");
                case JsonException:
                    return Error(
                        FailureCode.Malformed, $"{place} sent a reply that does not keep to the protocol", "check that model.provider fits it");
            }
        }

        return null;
    }

    /// <summary>Servers have no code of their own for texts beyond the context of a model.</summary>
    private static bool SaysTooLong(string? detail) => detail is not null
        && (detail.Contains("context length", StringComparison.OrdinalIgnoreCase)
            || detail.Contains("context window", StringComparison.OrdinalIgnoreCase)
            || detail.Contains("too long", StringComparison.OrdinalIgnoreCase));

    private static Diagnostic CutOff(string place) => Error(FailureCode.Cut, $"the connection to {place} ended within the reply", "try again");

    /// <summary>Whether the failure came before anything was sent.</summary>
    private static bool IsConnecting(HttpRequestError error) => error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static string Reason(HttpRequestException request) => request.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.SecureConnectionError => "no secure connection",
        HttpRequestError.ProxyTunnelError => "the proxy refuses",
        _ => "no connection",
    };

    private static string Said(string? detail)
    {
        if (string.IsNullOrWhiteSpace(detail)) return "";
        var text = LooksLikeKey().Replace(detail.Trim(), "[key]");
        return $": {(text.Length > LongestDetail ? text[..LongestDetail] + " …" : text)}";
    }

    private static Diagnostic Error(string code, string message, string remedy) => Diagnostic.Error(code, message, remedy: remedy);

    /// <summary>Long words of letters and digits mixed, as keys and their masked forms are.</summary>
    [GeneratedRegex(@"\b(?:sk|pk|key|Bearer)[-_ ][\w\-*.]{6,}|\b(?=\w*\d)(?=\w*[A-Za-z])[\w\-]{24,}", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeKey();
}
