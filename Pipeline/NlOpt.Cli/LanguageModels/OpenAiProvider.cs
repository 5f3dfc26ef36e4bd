using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;
using OpenAI;
using OpenAI.Chat;

namespace NlOpt.Cli.LanguageModels;

/// <summary>OpenAI, and every server that speaks like it: Ollama, vLLM, llama.cpp and many hosted ones.</summary>
internal sealed class OpenAiProvider : IProvider
{
    // The package insists on a key; servers on one's own machine look at none.
    private const string NoKey = "none";

    public IChatClient Open(ModelSettings settings, HttpClient network) => new OpenAiRefusals(new ChatClient(
        settings.Name,
        new ApiKeyCredential(settings.Key?.Reveal() ?? NoKey),
        new OpenAIClientOptions
        {
            Endpoint = settings.Address,
            Transport = new HttpClientPipelineTransport(network),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
        }).AsIChatClient());

    public Diagnostic? FailureOf(Exception error, string place) => error is ClientResultException { Status: > 0 } failure
        ? ServerFailure.OfStatus(failure.Status, ErrorBody.MessageOf(Body(failure)), place)
        : null;

    private static string? Body(ClientResultException failure)
    {
        try
        {
            return failure.GetRawResponse()?.Content.ToString();
        }
        catch (InvalidOperationException)
        {
            // The body of a stream was not read.
            return null;
        }
    }
}
