using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>What servers do wrong, whichever provider they speak like.</summary>
internal static class ServerFaults
{
    /// <summary>A failure with a status code.</summary>
    public static ModelServer.Act Status(int status, string message = "not now", int? retryAfter = null) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { type = "error", error = new { type = "some_error", message } }));
    };

    /// <summary>No answer at all.</summary>
    public static ModelServer.Act Silence => (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    /// <summary>A body of a content type.</summary>
    public static ModelServer.Act Body(string body, string type = "application/json") => async (context, _) =>
    {
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    };

    /// <summary>A body that is longer than anything of use.</summary>
    public static ModelServer.Act Endless => async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        var blanks = new byte[1 << 20];
        Array.Fill(blanks, (byte)' ');
        while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
    };

    /// <summary>A reply that breaks off: the connection is closed within it.</summary>
    public static ModelServer.Act Cut(string beginning, string type = "application/json") => async (context, _) =>
    {
        context.Response.ContentType = type;
        await context.Response.WriteAsync(beginning);
        await context.Response.Body.FlushAsync();
        // What was sent arrives first.
        await Task.Delay(100);
        context.Abort();
    };

    /// <summary>A stream that stops in the middle, with the connection left open.</summary>
    public static ModelServer.Act SilentAfter(string beginning) => async (context, _) =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(beginning);
        await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    };
}
