namespace NlOpt.Architecture.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project file, bin and obj folders left out.</summary>
    public static IEnumerable<string> Projects => Files("*.csproj");

    /// <summary>The projects of the rooms that are no executables: what others may build on.</summary>
    public static IEnumerable<string> Libraries => Projects.Where(path =>
        !Path.GetRelativePath(Root, path).StartsWith("tests/", StringComparison.Ordinal)
        && !File.ReadAllText(path).Contains("<OutputType>Exe</OutputType>", StringComparison.Ordinal));

    /// <summary>Files of the rooms and of tests, as full paths, build outputs left out.</summary>
    public static IEnumerable<string> Files(string pattern) => Directory
        .EnumerateDirectories(Root)
        .Where(folder => !Path.GetFileName(folder).StartsWith('.') && Path.GetFileName(folder) != "artifacts")
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(path => !Path.GetRelativePath(Root, path).Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NlOpt.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside a checkout: no NlOpt.sln above " + AppContext.BaseDirectory);
    }
}
