using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace NlOpt.LanguageModels.Prompts;

/// <summary>
/// A prompt as it is kept in two files of an assembly: <c>NAME.md</c> holds the instructions behind a head of <c>key: value</c> lines that ends with
/// <c>---</c>, <c>NAME.schema.json</c> the JSON schema of replies. The instructions are sent as they stand: nothing is ever put into them.
/// </summary>
/// <param name="Name">Its name: letters, digits, underscores; it names the function in logs.</param>
/// <param name="Instructions">What the model is told, as its system message.</param>
/// <param name="Schema">JSON schema of the reply.</param>
/// <param name="MostTokens">Most tokens of a reply, at least 1.</param>
public sealed record PromptFile(string Name, string Instructions, JsonElement Schema, int MostTokens)
{
    private const string HeadEnd = "---";

    /// <summary>Loads a prompt.</summary>
    /// <param name="assembly">The assembly that carries both files as resources under their plain names.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="InvalidOperationException">The assembly lacks one of them, or it is no prompt: an error of the build.</exception>
    public static PromptFile Load(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var lines = Read(assembly, name + ".md").ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, HeadEnd);
        if (end < 0) throw new InvalidOperationException($"The prompt {name}.md has no head that ends with {HeadEnd}.");
        var head = lines[..end].Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2).ToDictionary(
            parts => parts[0].Trim(), parts => parts[1].Trim());
        if (!head.TryGetValue("most-tokens", out var text) || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens)
            || tokens < 1)
            throw new InvalidOperationException($"The head of the prompt {name}.md must say most-tokens, at least 1.");
        using var schema = JsonDocument.Parse(Read(assembly, name + ".schema.json"));
        return new PromptFile(name, string.Join('\n', lines[(end + 1)..]).Trim(), schema.RootElement.Clone(), tokens);
    }

    private static string Read(Assembly assembly, string file)
    {
        using var stream = assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The assembly {assembly.GetName().Name} lacks its resource {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
