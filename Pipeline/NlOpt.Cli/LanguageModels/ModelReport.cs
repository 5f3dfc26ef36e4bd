using System.Globalization;
using NlOpt.Cli.Configuration;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>What <c>nlopt doctor</c> says of the language model.</summary>
internal static class ModelReport
{
    /// <summary>Tries the configured model; each call once, because whoever asks waits.</summary>
    /// <returns>A line; or why the model does not answer.</returns>
    public static Result<string> Of(Engines engines, SettingValues values, CancellationToken cancellationToken)
    {
        var once = new SettingValues(values.File, name => name == Setting.Attempts.Variable ? "1" : engines.Variable(name));
        var opened = HostChatClients.Open(once, engines.Clock);
        if (!opened.TryGetValue(out var clients)) return Result.Failure<string>(opened.Diagnostics);
        using (clients)
        {
            var start = engines.Clock.GetTimestamp();
            var tried = new ModelTrial(clients).Run(cancellationToken).GetAwaiter().GetResult();
            if (!tried.TryGetValue(out var abilities)) return Result.Failure<string>(tried.Diagnostics);
            var seconds = engines.Clock.GetElapsedTime(start).TotalSeconds;
            var used = clients.Meter.Used;
            string[] said =
            [
                Said("structured output", "works", abilities.StructuredOutput),
                Said("tools", "work", abilities.Tools),
                Said("streaming", "works", abilities.Streaming),
            ];
            var cost = string.Create(CultureInfo.InvariantCulture, $"{used.Calls} calls, {used.Tokens} tokens, {seconds:0.0} s");
            return Result.Success($"{NameOf(once)}: {string.Join(", ", said)}; {cost}");
        }
    }

    private static string Said(string ability, string verb, Diagnostic? lacking) =>
        lacking is null ? $"{ability} {verb}" : $"no {ability} ({lacking.Message})";

    private static string NameOf(SettingValues values)
    {
        if (values[Setting.Replay] is { } file) return $"recorded calls of {file}";
        return ModelSettings.Of(values, null).TryGetValue(out var settings) ? $"{settings.Name} at {settings.Place}" : "";
    }
}
