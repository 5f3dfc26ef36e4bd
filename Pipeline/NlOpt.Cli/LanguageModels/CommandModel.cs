using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NlOpt.Cli.Configuration;
using NlOpt.LanguageModels.Budget;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>The language model that one command talks with.</summary>
internal sealed class CommandModel : IDisposable
{
    private readonly HostChatClients _clients;
    private readonly IChatClient _client;

    private CommandModel(HostChatClients clients, IChatClient client, string name)
    {
        (_clients, _client, Name) = (clients, client, name);
        Kernel = clients.KernelOver(client);
    }

    /// <summary>The model, in the provider's words; <c>recorded</c> where only a recording answers.</summary>
    public string Name { get; }

    /// <summary>Semantic Kernel over it.</summary>
    public Kernel Kernel { get; }

    /// <summary>What was used.</summary>
    public LanguageModelUse Used => _clients.Meter.Used;

    /// <summary>Opens a model; no call is made.</summary>
    /// <param name="engines">Where the configuration is.</param>
    /// <param name="model">The model; null for the configured one.</param>
    /// <returns>The model, to be disposed of; or errors of the configuration.</returns>
    public static Result<CommandModel> Open(Engines engines, string? model)
    {
        var settings = SettingValues.Of(engines);
        if (!settings.TryGetValue(out var values)) return Result.Failure<CommandModel>(settings.Diagnostics);
        var opened = HostChatClients.Open(values, engines.Clock);
        if (!opened.TryGetValue(out var clients)) return Result.Failure<CommandModel>(opened.Diagnostics);
        var made = clients.Create(model);
        if (made.TryGetValue(out var client)) return Result.Success(new CommandModel(clients, client, model ?? values[Setting.Name] ?? "recorded"));
        clients.Dispose();
        return Result.Failure<CommandModel>(made.Diagnostics);
    }

    public void Dispose()
    {
        _client.Dispose();
        _clients.Dispose();
    }
}
