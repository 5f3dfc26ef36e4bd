using Microsoft.Extensions.AI;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>What the host knows about a provider of language models.</summary>
internal interface IProvider
{
    /// <summary>Makes a client; no call is made.</summary>
    /// <param name="settings">How the model is reached.</param>
    /// <param name="network">Sends the requests: it retries and limits times and sizes, so the provider's own package must not.</param>
    IChatClient Open(ModelSettings settings, HttpClient network);

    /// <summary>Names a failure that the provider's package threw.</summary>
    /// <returns>The failure; null when it is none of the package.</returns>
    Diagnostic? FailureOf(Exception error, string place);
}
