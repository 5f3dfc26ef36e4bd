using Microsoft.Extensions.AI;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels;

/// <summary>
/// The door to language models. What stands behind it (which provider, where, with which key, retries, budget, recording) is the host's
/// business; everything else in the product sees an <see cref="IChatClient"/>. Safe for use by several threads at once.
/// </summary>
public interface IChatClientFactory
{
    /// <summary>Makes a client; the caller disposes of it.</summary>
    /// <param name="model">The model, in the provider's words; null for the one that is configured.</param>
    /// <returns>
    /// The client; its <see cref="ChatClientMetadata"/> says provider and model. Or errors: <c>model.*</c> codes where nothing is configured or the
    /// configuration cannot be used. No call is made to find out.
    /// </returns>
    Result<IChatClient> Create(string? model = null);
}
