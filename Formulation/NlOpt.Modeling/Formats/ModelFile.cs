namespace NlOpt.Modeling;

/// <summary>Models in files; the extension <c>.lp</c>, <c>.mps</c> or <c>.json</c> chooses the format.</summary>
public static class ModelFile
{
    private const string KnownExtensions = "use .lp, .mps or .json";

    /// <summary>Reads a model file.</summary>
    /// <returns>The model, or diagnostics: unknown extension, missing or unreadable file, or what its format found.</returns>
    public static Result<Model> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (ModelFormat.ForPath(path) is not { } format) return Failure("file.extension", path, "is not a model file by its extension", KnownExtensions);
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > ModelFormat.MaximumLength)
                return Failure("file.too-large", path, $"is larger than {ModelFormat.MaximumLength} bytes", null);
            return format.Read(File.ReadAllBytes(path), path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failure("file.missing", path, "does not exist", "check the path");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Failure("file.unreadable", path, $"cannot be read: {failure.Message}", null);
        }
    }

    /// <summary>Writes a model file whole or not at all; an existing file is replaced.</summary>
    /// <returns>The model as given, or the diagnostic that says why it was not written.</returns>
    public static Result<Model> Write(string path, Model model)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(model);
        if (ModelFormat.ForPath(path) is not { } format) return Failure("file.extension", path, "is not a model file by its extension", KnownExtensions);
        var text = format.Write(model);
        try
        {
            // The unfinished text lies beside its goal, so that the move stays within one file system and is atomic.
            var unfinished = path + "." + Path.GetRandomFileName();
            try
            {
                File.WriteAllText(unfinished, text);
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }

            return Result.Success(model);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Failure("file.unwritable", path, $"cannot be written: {failure.Message}", null);
        }
    }

    private static Result<Model> Failure(string code, string path, string message, string? remedy) =>
        Result.Failure<Model>(Diagnostic.Error(code, $"{FormatInput.Quote(path)} {message}", new DiagnosticLocation(Source: path), remedy));
}
