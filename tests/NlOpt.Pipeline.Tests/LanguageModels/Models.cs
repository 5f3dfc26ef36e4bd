using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using NlOpt.Cli.Configuration;
using NlOpt.Cli.LanguageModels;
using NlOpt.LanguageModels.Failures;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>Language models as a configuration gives them.</summary>
internal static class Models
{
    public const string Key = "sk-test-0123456789abcdefghij";

    /// <summary>Settings by key; variables of the environment by their own names.</summary>
    public static SettingValues Values(params (string Name, string Value)[] settings)
    {
        var variables = settings.ToDictionary(
            setting => Setting.All.FirstOrDefault(known => known.Key == setting.Name)?.Variable ?? setting.Name, setting => setting.Value, StringComparer.Ordinal);
        return new(new SettingsFile("", ImmutableSortedDictionary<string, string>.Empty), name => variables.GetValueOrDefault(name));
    }

    /// <summary>Settings that lead to a server; each call is made once, with a key.</summary>
    public static (string Name, string Value)[] At(ModelServer server, string provider, params (string Name, string Value)[] more) => Merged(
        [
            ("model.provider", provider), ("model.name", "m"), ("model.address", server.AddressFor(provider)), ("model.key-variable", "TEST_KEY"),
            ("TEST_KEY", Key), ("model.attempts", "1"),
        ],
        more);

    /// <summary>The clients of a server.</summary>
    public static HostChatClients Clients(ModelServer server, string provider, params (string Name, string Value)[] more) =>
        HostChatClients.Open(Values(At(server, provider, more)), TimeProvider.System).Value;

    /// <summary>Asks, whole or streamed.</summary>
    public static async Task<ChatResponse> Ask(
        HostChatClients clients, bool isStreamed = false, ChatOptions? options = null, string question = "How many legs has a horse?", CancellationToken cancellationToken = default)
    {
        using var client = clients.Create().Value;
        return isStreamed
            ? await client.GetStreamingResponseAsync(question, options, cancellationToken).ToChatResponseAsync(cancellationToken)
            : await client.GetResponseAsync(question, options, cancellationToken);
    }

    /// <summary>The failure of a question.</summary>
    public static async Task<NlOpt.Modeling.Diagnostic> Failure(HostChatClients clients, bool isStreamed = false)
    {
        try
        {
            var reply = await Ask(clients, isStreamed);
            throw new InvalidOperationException($"It did not fail: {reply.Text}");
        }
        catch (LanguageModelException failure)
        {
            return failure.Diagnostic;
        }
    }

    private static (string Name, string Value)[] Merged((string Name, string Value)[] first, (string Name, string Value)[] more) =>
        [.. first.Where(setting => !more.Any(other => other.Name == setting.Name)), .. more];
}
