using System.Text.Json;

namespace NlOpt.Policies.Sddp.Files;

/// <summary>Files of cuts: policies and checkpoints. Written whole or not at all.</summary>
internal static class SddpFile
{
    /// <summary>Writes a file; an existing one is replaced.</summary>
    /// <returns>Null when done, else why not (<c>sddp.file-unwritable</c>).</returns>
    public static Diagnostic? Write(string path, MultistageProblem problem, SddpRecord record)
    {
        var unfinished = path + ".partial";
        try
        {
            File.WriteAllBytes(unfinished, SddpDocument.Of(problem.Name, record).ToUtf8());
            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Diagnostic.Error("sddp.file-unwritable", $"cannot be written: {failure.Message}", new DiagnosticLocation(Source: path));
        }
    }

    /// <summary>Reads a file for a problem.</summary>
    /// <returns>
    /// The record, or diagnostics: <c>sddp.file-unreadable</c>, <c>sddp.file-broken</c> when it is no such file or was changed,
    /// <c>sddp.other-problem</c> when it belongs to another problem.
    /// </returns>
    public static Result<SddpRecord> Read(string path, MultistageProblem problem)
    {
        try
        {
            var document = SddpDocument.Parse(File.ReadAllBytes(path));
            if (document.FindFault() is { } fault) return Broken(path, null, fault);
            if (document.Fingerprint != ProblemFingerprint.Of(problem))
            {
                return Failure(
                    "sddp.other-problem", $"holds cuts of another problem ('{document.Problem}'), not of '{problem.Name}' as it is now",
                    new(Source: path), "train again");
            }

            return document.FindMisfit(problem) is { } misfit ? Broken(path, null, misfit) : Result.Success(document.ToRecord());
        }
        catch (JsonException failure)
        {
            return Broken(path, (int?)failure.LineNumber + 1, failure.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Failure("sddp.file-unreadable", $"cannot be read: {failure.Message}", new(Source: path), null);
        }
    }

    private static Result<SddpRecord> Broken(string path, int? line, string fault) =>
        Failure("sddp.file-broken", $"is no file of cuts: {fault}", new(line, Source: path), "restore the file, or train again");

    private static Result<SddpRecord> Failure(string code, string message, DiagnosticLocation location, string? remedy) =>
        Result.Failure<SddpRecord>(Diagnostic.Error(code, message, location, remedy));
}
