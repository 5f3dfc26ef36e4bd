using System.Text.RegularExpressions;

namespace NlOpt.Architecture.Tests;

/// <summary>What NlOpt.sln lists.</summary>
internal static partial class Solution
{
    private const string FolderType = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    /// <summary>Path of each project, from the root with forward slashes, with the name of the solution folder it lies in.</summary>
    public static Dictionary<string, string> Read()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "NlOpt.sln"));
        var entries = Entry().Matches(text)
            .ToDictionary(match => match.Groups["id"].Value, match => (Type: match.Groups["type"].Value, Path: match.Groups["path"].Value));
        var parents = Nesting().Matches(text).ToDictionary(match => match.Groups["child"].Value, match => match.Groups["parent"].Value);
        return entries
            .Where(entry => entry.Value.Type != FolderType)
            .ToDictionary(
                entry => entry.Value.Path.Replace('\\', '/'),
                entry => parents.TryGetValue(entry.Key, out var parent) ? entries[parent].Path : "");
    }

    [GeneratedRegex("""^Project\("\{(?<type>[^}]+)\}"\) = "[^"]+", "(?<path>[^"]+)", "\{(?<id>[^}]+)\}"\s*$""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("""^\s*\{(?<child>[^}]+)\} = \{(?<parent>[^}]+)\}\s*$""", RegexOptions.Multiline)]
    private static partial Regex Nesting();
}
