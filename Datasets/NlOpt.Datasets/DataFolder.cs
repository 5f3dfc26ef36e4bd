using NlOpt.Modeling;

namespace NlOpt.Datasets;

/// <summary>The folder that holds the data sets, which the repository itself never contains.</summary>
public sealed class DataFolder
{
    /// <summary>Name of the environment variable by which a host lets its user say where the data are.</summary>
    public const string EnvironmentVariable = "NLOPT_DATA";

    private DataFolder(string path) => Path = path;

    /// <summary>Its full path; it existed when it was found.</summary>
    public string Path { get; }

    /// <summary>
    /// Finds the data: the folder a user named, else <c>shared/data</c> beside a folder above (and including) a start folder. This library
    /// reads no environment; a host passes the value of <see cref="EnvironmentVariable"/>.
    /// </summary>
    /// <param name="configured">The folder the user named; null or blank for none. When given, no other place is tried.</param>
    /// <param name="startFolder">An existing folder in the repository, for example that of the executable.</param>
    /// <returns>The folder, or the error <c>data.not-found</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="startFolder"/> is blank.</exception>
    public static Result<DataFolder> Find(string? configured, string startFolder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(startFolder);
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Directory.Exists(configured)
                ? Result.Success(new DataFolder(System.IO.Path.GetFullPath(configured)))
                : Result.Failure<DataFolder>(Diagnostic.Error(
                    "data.not-found",
                    $"there is no folder '{configured}', which {EnvironmentVariable} names as the data folder",
                    remedy: $"set {EnvironmentVariable} to the folder that holds nl4opt/ and lthd/"));
        }

        for (var folder = new DirectoryInfo(System.IO.Path.GetFullPath(startFolder)); folder?.Parent is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.Parent.FullName, "shared", "data");
            if (Directory.Exists(candidate)) return Result.Success(new DataFolder(candidate));
        }

        return Result.Failure<DataFolder>(Diagnostic.Error(
            "data.not-found",
            $"no folder shared/data lies beside '{startFolder}' or a folder above it",
            remedy: $"set {EnvironmentVariable} to the folder that holds nl4opt/ and lthd/"));
    }

    /// <summary>Full path of something in the folder; whether it exists is not checked.</summary>
    /// <param name="parts">Names below the folder, for example <c>nl4opt</c>, <c>dev.jsonl</c>.</param>
    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);
}
