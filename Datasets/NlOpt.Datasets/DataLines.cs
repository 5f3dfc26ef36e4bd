using System.Security.Cryptography;
using System.Text;
using NlOpt.Modeling;

namespace NlOpt.Datasets;

/// <summary>The lines of a text file with its checksum.</summary>
/// <param name="Lines">The lines, without a byte order mark; carriage returns are kept.</param>
/// <param name="Sha256">Checksum of the bytes, 64 lower-case hexadecimal digits.</param>
internal sealed record DataLines(string[] Lines, string Sha256)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; fails with <c>data.not-found</c>, <c>data.encoding</c> or <c>data.unreadable</c>.</summary>
    public static Result<DataLines> Read(string path)
    {
        var location = new DiagnosticLocation(Source: path);
        if (!File.Exists(path))
            return Result.Failure<DataLines>(Diagnostic.Error(
                "data.not-found", $"there is no file '{path}'", remedy: $"set {DataFolder.EnvironmentVariable}, or name a file"));
        try
        {
            var bytes = File.ReadAllBytes(path);
            var lines = StrictUtf8.GetString(bytes).TrimStart('\uFEFF').Split('\n');
            return Result.Success(new DataLines(lines, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }
        catch (DecoderFallbackException)
        {
            return Result.Failure<DataLines>(Diagnostic.Error("data.encoding", "the file is not UTF-8 text", location));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Result.Failure<DataLines>(Diagnostic.Error("data.unreadable", exception.Message, location));
        }
    }
}
