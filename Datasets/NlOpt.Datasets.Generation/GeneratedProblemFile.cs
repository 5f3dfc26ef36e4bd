using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NlOpt.Modeling;

namespace NlOpt.Datasets.Generation;

/// <summary>A file of generated problems.</summary>
/// <param name="Problems">The problems in the order of the file; at least one.</param>
/// <param name="Sha256">Checksum of its bytes, hexadecimal.</param>
public sealed record GeneratedProblemFile(ImmutableArray<GeneratedProblem> Problems, string Sha256)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Loads a file; a malformed line refuses it as a whole.</summary>
    /// <param name="path">The JSONL file, UTF-8.</param>
    /// <returns>
    /// The file; or errors: <c>data.not-found</c>, <c>data.unreadable</c>, <c>data.encoding</c>, <c>data.empty</c>, <c>data.duplicate-id</c>, or those of
    /// <see cref="GeneratedProblemJson.Read"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public static Result<GeneratedProblemFile> Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var location = new DiagnosticLocation(Source: path);
        if (!File.Exists(path)) return Failure("data.not-found", $"there is no file '{path}'", null);
        try
        {
            var bytes = File.ReadAllBytes(path);
            return Parse(StrictUtf8.GetString(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)), path);
        }
        catch (DecoderFallbackException)
        {
            return Failure("data.encoding", "the file is not UTF-8 text", location);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failure("data.unreadable", exception.Message, location);
        }
    }

    /// <summary>Writes problems to a file, whole or not at all.</summary>
    /// <returns>The checksum of the file; or <c>output.unwritable</c>.</returns>
    public static Result<string> Save(string path, ImmutableArray<GeneratedProblem> problems)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var bytes = StrictUtf8.GetBytes(string.Concat(problems.Select(problem => GeneratedProblemJson.Write(problem) + "\n")));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllBytes(path + ".partial", bytes);
            File.Move(path + ".partial", path, overwrite: true);
            return Result.Success(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Result.Failure<string>(Diagnostic.Error("output.unwritable", $"it cannot be written: {error.Message}", new DiagnosticLocation(Source: path)));
        }
    }

    private static Result<GeneratedProblemFile> Parse(string text, string sha256, string path)
    {
        var problems = ImmutableArray.CreateBuilder<GeneratedProblem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var location = new DiagnosticLocation(number, Source: path);
            var read = GeneratedProblemJson.Read(line, location);
            if (!read.TryGetValue(out var problem)) return Result.Failure<GeneratedProblemFile>(read.Diagnostics);
            if (!ids.Add(problem.Id)) return Failure("data.duplicate-id", $"the id '{problem.Id}' appears twice", location);
            problems.Add(problem);
        }

        return problems.Count == 0
            ? Failure("data.empty", "the file holds no problem", new DiagnosticLocation(Source: path))
            : Result.Success(new GeneratedProblemFile(problems.ToImmutable(), sha256));
    }

    private static Result<GeneratedProblemFile> Failure(string code, string message, DiagnosticLocation? location) =>
        Result.Failure<GeneratedProblemFile>(Diagnostic.Error(code, message, location));
}
