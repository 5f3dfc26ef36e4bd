using Microsoft.Extensions.AI;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NlOpt.Cli.LanguageModels;

/// <summary>Traces of calls by the conventions of OpenTelemetry: model, times and tokens; prompts and replies only where asked for.</summary>
internal static class CallTracing
{
    /// <summary>The source of the traces.</summary>
    public const string Source = "NlOpt.LanguageModels";

    /// <summary>Sends traces to a collector until it is disposed of.</summary>
    public static IDisposable Export(Uri collector) => Sdk.CreateTracerProviderBuilder()
        .AddSource(Source)
        .ConfigureResource(resource => resource.AddService("nlopt"))
        .AddOtlpExporter(options => (options.Endpoint, options.Protocol) = (collector, OtlpExportProtocol.HttpProtobuf))
        .Build();

    /// <summary>Traces the calls of a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="holdsTexts">Whether prompts and replies are part of the traces.</param>
    public static IChatClient Trace(IChatClient client, bool holdsTexts) => client.AsBuilder()
        // Said either way: a variable of the environment would turn it on otherwise.
        .UseOpenTelemetry(sourceName: Source, configure: tracing => tracing.EnableSensitiveData = holdsTexts)
        .Build();
}
