using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>
/// A server of language models on loopback, which speaks like OpenAI under <c>/v1</c> and like Anthropic beside it. It answers by the acts given, one a
/// request, and after them well: with JSON where a schema is asked for, with a call of the first tool where there are tools, else with a sentence.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    public const string Sentence = "The horse has four legs.";

    private readonly WebApplication _application;
    private readonly ConcurrentQueue<Act> _acts;

    private ModelServer(Act[] acts)
    {
        _acts = new(acts);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.MapPost("/v1/chat/completions", context => Serve(context, OpenAiReplies.Good));
        _application.MapPost("/v1/traces", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Traces.Enqueue(body.ToArray());
        });
        _application.MapPost("/v1/messages", context => Serve(context, AnthropicReplies.Good));
    }

    /// <summary>What the server does with one request.</summary>
    public delegate Task Act(HttpContext context, JsonNode request);

    /// <summary>The requests that came, in order.</summary>
    public ConcurrentQueue<JsonNode> Requests { get; } = new();

    /// <summary>The traces that came, as bytes of their protocol.</summary>
    public ConcurrentQueue<byte[]> Traces { get; } = new();

    /// <summary>The keys that came with them.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    /// <summary>Where it listens, without the path of a provider.</summary>
    public string Address { get; private set; } = "";

    public static async Task<ModelServer> Start(params Act[] acts)
    {
        var server = new ModelServer(acts);
        await server._application.StartAsync();
        server.Address = server._application.Urls.Single();
        return server;
    }

    /// <summary>The address to configure for a provider.</summary>
    public string AddressFor(string provider) => provider == "openai" ? Address + "/v1" : Address;

    public async ValueTask DisposeAsync()
    {
        // Requests that hang are not waited for.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private async Task Serve(HttpContext context, Act good)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!;
        Requests.Enqueue(request);
        Keys.Enqueue(context.Request.Headers.Authorization.ToString() + context.Request.Headers["x-api-key"]);
        await (_acts.TryDequeue(out var act) ? act : good)(context, request);
    }
}
