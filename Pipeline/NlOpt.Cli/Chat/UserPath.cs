namespace NlOpt.Cli.Chat;

/// <summary>Paths as people type them.</summary>
internal static class UserPath
{
    /// <summary>The path with <c>~/</c> as the home folder, which a shell would have put in.</summary>
    public static string Of(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
            : path;
}
