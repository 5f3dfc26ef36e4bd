using System.Globalization;
using NlOpt.Cli.Configuration;
using NlOpt.LanguageModels.Budget;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>How a language model is reached, put together from the configuration and the environment.</summary>
internal sealed record ModelSettings
{
    /// <summary>The provider whose protocol is spoken: <c>openai</c> or <c>anthropic</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The model, in the provider's words.</summary>
    public required string Name { get; init; }

    /// <summary>Where the server is.</summary>
    public required Uri Address { get; init; }

    /// <summary>The key; null where none is sent.</summary>
    public ModelKey? Key { get; init; }

    /// <summary>How long one attempt may take, and how long a stream may be silent.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How often a call is tried in all.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Most tokens of a reply; null where the server decides.</summary>
    public int? ReplyTokens { get; init; }

    /// <summary>How a reply is held to a schema: <c>schema</c>, <c>json</c> or <c>none</c>.</summary>
    public string StructuredOutput { get; init; } = "schema";

    /// <summary>Whether a temperature is sent where one is asked for.</summary>
    public bool SendsTemperature { get; init; } = true;

    /// <summary>Whether traces hold texts.</summary>
    public bool TracesTexts { get; init; }

    /// <summary>Where the server is, for messages.</summary>
    public string Place => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Puts the settings together.</summary>
    /// <param name="values">The configuration.</param>
    /// <param name="model">The model asked for; null for the configured one.</param>
    /// <returns>The settings; or <c>model.none</c>, or <c>model.settings</c>.</returns>
    public static Result<ModelSettings> Of(SettingValues values, string? model)
    {
        if ((model ?? values[Setting.Name]) is not { } name)
        {
            return values[Setting.Provider] is null && values[Setting.Address] is null
                ? Failure(
                    FailureCode.None,
                    "no language model is configured",
                    "run 'nlopt config set model.name NAME'; docs/how-to/use-a-language-model.md says more")
                : Failure(FailureCode.Settings, "the configuration names no model", "run 'nlopt config set model.name NAME'");
        }

        if (!Setting.Name.IsAllowed(name)) return Failure(FailureCode.Settings, "this is no name of a model", "a name without blanks was expected");
        var provider = values[Setting.Provider] ?? "openai";
        var isOwnAddress = values[Setting.Address] is null;
        var address = new Uri(values[Setting.Address] ?? (provider == "openai" ? "https://api.openai.com/v1" : "https://api.anthropic.com"));
        // The usual variable holds the key for the provider's own servers; any other server gets a key only where one is named for it.
        var variable = values[Setting.KeyVariable] ?? (!isOwnAddress ? null : provider == "openai" ? "OPENAI_API_KEY" : "ANTHROPIC_API_KEY");
        var key = variable is null ? null : values.VariableOf(variable);
        if (variable is not null && key is null)
            return Failure(FailureCode.Settings, $"the variable {variable} is not set, which is to hold the key", $"export {variable} in your shell");
        if (key?.Any(character => character is < '!' or > '~') == true)
            return Failure(FailureCode.Settings, $"the variable {variable} holds something that is no key", "look for blanks and line breaks in it");
        if (key is not null && address.Scheme == "http" && !address.IsLoopback)
            return Failure(FailureCode.Settings, "a key would be sent unprotected", "use an https address, or a server on this machine");
        return Result.Success(new ModelSettings
        {
            Provider = provider,
            Name = name,
            Address = address,
            Key = key is null ? null : new ModelKey(key),
            TracesTexts = values[Setting.TraceTexts] == "yes",
        }.With(values));
    }

    /// <summary>The budget of one command.</summary>
    public static LanguageModelBudget BudgetOf(SettingValues values) => new()
    {
        MostCalls = Whole(values[Setting.BudgetCalls]),
        MostTokens = Whole(values[Setting.BudgetTokens]),
    };

    private ModelSettings With(SettingValues values) => this with
    {
        Timeout = values[Setting.Timeout] is { } seconds ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) : Timeout,
        Attempts = (int)(Whole(values[Setting.Attempts]) ?? Attempts),
        ReplyTokens = (int?)Whole(values[Setting.ReplyTokens]),
        StructuredOutput = values[Setting.StructuredOutput] ?? StructuredOutput,
        SendsTemperature = values[Setting.Temperature] != "never",
    };

    private static long? Whole(string? value) => value is null ? null : long.Parse(value, CultureInfo.InvariantCulture);

    private static Result<ModelSettings> Failure(string code, string message, string remedy) =>
        Result.Failure<ModelSettings>(Diagnostic.Error(code, message, remedy: remedy));
}
