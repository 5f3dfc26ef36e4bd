using System.CommandLine;
using NlOpt.Cli.Configuration;
using NlOpt.Cli.Screens;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt config</c>: shows and changes what is configured.</summary>
internal static class ConfigCommand
{
    public static Command Make(Terminal terminal, Engines engines) => new("config", "Show and change settings, such as which language model is used.")
    {
        List(terminal, engines),
        Get(terminal, engines),
        Set(terminal, engines),
        Unset(terminal, engines),
    };

    private static Command List(Terminal terminal, Engines engines)
    {
        var json = SharedOptions.Json();
        var command = new Command("list", "Show every setting, its value and where it comes from.") { json };
        command.SetAction(parsed =>
        {
            var read = SettingValues.Of(engines);
            if (!read.TryGetValue(out var values)) return FailureScreen.Refuse(terminal, read.Diagnostics);
            if (parsed.GetValue(json)) WriteJson(terminal, values);
            else Show(terminal, values);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Get(Terminal terminal, Engines engines)
    {
        var key = Key();
        var command = new Command("get", "Print the value of a setting; nothing where it is left out.") { key };
        command.SetAction(parsed =>
        {
            var setting = Setting.All.Single(known => known.Key == parsed.GetValue(key));
            var read = SettingValues.Of(engines);
            if (!read.TryGetValue(out var values)) return FailureScreen.Refuse(terminal, read.Diagnostics);
            if (values[setting] is not { } value) return ExitCode.AnswerIsNo;
            terminal.Writer.WriteLine(VisibleText.OneLine(value));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Set(Terminal terminal, Engines engines)
    {
        var key = Key();
        var value = new Argument<string>("VALUE") { Description = "The value; never a key of a provider, which stays in the environment." };
        var command = new Command("set", "Give a setting a value.") { key, value };
        command.SetAction(parsed =>
        {
            var known = SettingsFile.Check(parsed.GetRequiredValue(key), parsed.GetRequiredValue(value), null);
            return known.TryGetValue(out var allowed)
                ? Change(terminal, engines, file => file with { Values = file.Values.SetItem(parsed.GetRequiredValue(key), allowed) })
                : FailureScreen.Refuse(terminal, known.Diagnostics);
        });
        return command;
    }

    private static Command Unset(Terminal terminal, Engines engines)
    {
        var key = Key();
        var command = new Command("unset", "Leave a setting out again.") { key };
        command.SetAction(parsed => Change(terminal, engines, file => file with { Values = file.Values.Remove(parsed.GetRequiredValue(key)) }));
        return command;
    }

    private static int Change(Terminal terminal, Engines engines, Func<SettingsFile, SettingsFile> change)
    {
        var read = SettingsFile.Read(engines.SettingsPath);
        if (!read.TryGetValue(out var file)) return FailureScreen.Refuse(terminal, read.Diagnostics);
        var saved = change(file).Save();
        if (!saved.IsSuccess) return FailureScreen.Refuse(terminal, saved.Diagnostics);
        FailureScreen.Say(terminal, $"wrote {file.Path}");
        return ExitCode.Done;
    }

    private static Argument<string> Key()
    {
        var key = new Argument<string>("KEY") { Description = "The setting, as nlopt config list names it." };
        key.Validators.Add(result =>
        {
            if (!Setting.All.Any(setting => setting.Key == result.Tokens[0].Value))
                result.AddError($"There is no setting '{result.Tokens[0].Value}'; nlopt config list shows all.");
        });
        return key;
    }

    private static string? SourceOf(SettingValues values, Setting setting) =>
        values.IsFromEnvironment(setting) ? setting.Variable : values[setting] is null ? null : "file";

    private static void Show(Terminal terminal, SettingValues values)
    {
        var screen = new Screen(terminal.Output);
        screen.Columns(Setting.All.Select(setting => (IRenderable[])
        [
            Screen.Words(setting.Key, Screen.Strong),
            Screen.Words(values[setting] ?? "-"),
            Screen.Words(setting.Description + (values.IsFromEnvironment(setting) ? $" (from {setting.Variable})" : ""), Screen.Faint),
        ]));
    }

    private static void WriteJson(Terminal terminal, SettingValues values) => JsonOutput.Write(terminal, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("file", values.File.Path);
        writer.WriteStartArray("settings");
        foreach (var setting in Setting.All)
        {
            writer.WriteStartObject();
            writer.WriteString("key", setting.Key);
            writer.WriteString("value", values[setting]);
            writer.WriteString("source", SourceOf(values, setting));
            writer.WriteString("variable", setting.Variable);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
