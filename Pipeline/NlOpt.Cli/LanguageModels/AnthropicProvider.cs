using Anthropic;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>Anthropic.</summary>
internal sealed class AnthropicProvider : IProvider
{
    // The provider wants a limit in every call.
    private const int UsualReplyTokens = 8192;

    public IChatClient Open(ModelSettings settings, HttpClient network) => new AnthropicClient
    {
        ApiKey = settings.Key?.Reveal() ?? "none",
        // The package would take one from the environment.
        AuthToken = null,
        BaseUrl = settings.Address.AbsoluteUri.TrimEnd('/'),
        HttpClient = network,
        MaxRetries = 0,
        // The network handler limits each attempt; this is only above all of them.
        Timeout = (settings.Timeout * settings.Attempts) + TimeSpan.FromHours(1),
    }.AsIChatClient(settings.Name, settings.ReplyTokens ?? UsualReplyTokens);

    public Diagnostic? FailureOf(Exception error, string place) => error switch
    {
        AnthropicApiException failure => ServerFailure.OfStatus((int)failure.StatusCode, ErrorBody.MessageOf(failure.ResponseBody), place),
        AnthropicSseException => Diagnostic.Error(FailureCode.ServerFailed, $"{place} broke off its reply with an error", remedy: "try again later"),
        _ => null,
    };
}
