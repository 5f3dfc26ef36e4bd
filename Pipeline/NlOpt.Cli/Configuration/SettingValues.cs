using NlOpt.Modeling;

namespace NlOpt.Cli.Configuration;

/// <summary>The settings as they hold: a variable of the environment wins over the file.</summary>
/// <param name="file">The file.</param>
/// <param name="variable">Reads a variable of the environment; null or empty when it is unset.</param>
internal sealed class SettingValues(SettingsFile file, Func<string, string?> variable)
{
    /// <summary>The settings of this process.</summary>
    public static Result<SettingValues> Of(Engines engines)
    {
        // Without a folder for the file, the environment alone counts.
        var read = engines.SettingsPath is { } path ? SettingsFile.Read(path) : Result.Success(SettingsFile.Empty(""));
        if (!read.TryGetValue(out var file)) return Result.Failure<SettingValues>(read.Diagnostics);
        var values = new SettingValues(file, engines.Variable);
        foreach (var setting in Setting.All)
        {
            if (values.FromEnvironment(setting) is not { } value) continue;
            var known = SettingsFile.Check(setting.Key, value, setting.Variable);
            if (!known.IsSuccess) return Result.Failure<SettingValues>(known.Diagnostics);
        }

        return Result.Success(values);
    }

    /// <summary>The file.</summary>
    public SettingsFile File => file;

    /// <summary>The value of a setting; null where it is left out.</summary>
    public string? this[Setting setting] => FromEnvironment(setting) ?? file.Values.GetValueOrDefault(setting.Key);

    /// <summary>Whether the value of a setting comes from the environment.</summary>
    public bool IsFromEnvironment(Setting setting) => FromEnvironment(setting) is not null;

    /// <summary>A variable of the environment; null where it is unset or empty.</summary>
    public string? VariableOf(string name) => variable(name) is { Length: > 0 } value ? value : null;

    private string? FromEnvironment(Setting setting) => VariableOf(setting.Variable);
}
