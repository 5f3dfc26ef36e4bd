using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NlOpt.Modeling;

namespace NlOpt.Cli.Configuration;

/// <summary>The file of <c>nlopt config</c>: one JSON object of texts. It never holds a key. Codes: <c>config.*</c>.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Values">What it says, by key.</param>
internal sealed record SettingsFile(string Path, ImmutableSortedDictionary<string, string> Values)
{
    private const string Name = "nlopt/config.json";
    private const long LongestFile = 1 << 20;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>Where the file lies by the rules of the desktop: a configuration folder counts only as an absolute path.</summary>
    /// <param name="configurationFolder">The variable XDG_CONFIG_HOME; null when unset.</param>
    /// <param name="home">The home folder; empty where there is none.</param>
    /// <returns>The path; null where the environment names no place.</returns>
    public static string? PathOf(string? configurationFolder, string home)
    {
        if (System.IO.Path.IsPathRooted(configurationFolder)) return System.IO.Path.Combine(configurationFolder, Name);
        return home.Length > 0 ? System.IO.Path.Combine(home, ".config", Name) : null;
    }

    /// <summary>A file that says nothing.</summary>
    public static SettingsFile Empty(string path) => new(path, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Reads the file; where there is none, nothing is configured.</summary>
    public static Result<SettingsFile> Read(string? path)
    {
        if (path is null)
            return Failure("config.place", "the environment names no folder for the configuration", null, "set HOME or XDG_CONFIG_HOME");
        try
        {
            if (!File.Exists(path)) return Result.Success(Empty(path));
            if (new FileInfo(path).Length > LongestFile)
                return Failure("config.unreadable", "the configuration is longer than 1 MiB", path, "remove the file");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { AllowDuplicateProperties = false });
            var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                var checkedValue = Check(property.Name, property.Value.GetString() ?? "", path);
                if (!checkedValue.TryGetValue(out var value)) return Result.Failure<SettingsFile>(checkedValue.Diagnostics);
                values.Add(property.Name, value);
            }

            return Result.Success(new SettingsFile(path, values.ToImmutable()));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Failure("config.unreadable", "the configuration is no JSON object of texts", path, "mend or remove the file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Failure("config.unreadable", $"the configuration cannot be read: {error.Message}", path, "check its permissions");
        }
    }

    /// <summary>Checks a value.</summary>
    /// <param name="key">The key; unknown ones are refused.</param>
    /// <param name="value">The value; what looks like a key of a provider fits no setting.</param>
    /// <param name="source">Where it stands, for messages; null for the command line.</param>
    public static Result<string> Check(string key, string value, string? source)
    {
        var location = source is null ? null : new DiagnosticLocation(Source: source);
        if (Setting.All.FirstOrDefault(known => known.Key == key) is not { } setting)
        {
            return Result.Failure<string>(Diagnostic.Error(
                "config.key", $"there is no setting '{key}'", location, $"there are {string.Join(", ", Setting.All.Select(known => known.Key))}"));
        }

        // The value is not repeated: a key put here by mistake would be shown.
        return setting.IsAllowed(value)
            ? Result.Success(value)
            : Result.Failure<string>(Diagnostic.Error("config.value", $"{key} needs {setting.Expected}", location, "see nlopt config list"));
    }

    /// <summary>Writes the file whole or not at all, for its owner alone.</summary>
    public Result<SettingsFile> Save()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            var partial = Path + ".partial";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(partial, options))
            {
                stream.Write(Encoding.UTF8.GetBytes(ToJson()));
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, Path, overwrite: true);
            return Result.Success(this);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Failure("config.unwritable", $"the configuration cannot be written: {error.Message}", Path, "check the permissions of its folder");
        }
    }

    private string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in Values) writer.WriteString(key, value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static Result<SettingsFile> Failure(string code, string message, string? path, string remedy) => Result.Failure<SettingsFile>(
        Diagnostic.Error(code, message, path is null ? null : new DiagnosticLocation(Source: path), remedy));
}
