using System.Globalization;
using System.Text;
using NlOpt.Modeling;

namespace NlOpt.Cli;

/// <summary>Reads text from a file or standard input, and refuses what is no text with a reason. Codes: <c>input.*</c>.</summary>
internal static class InputText
{
    /// <summary>Longest problem in words, in bytes; a long novel is no decision problem.</summary>
    public const int LongestProblem = 1 << 20;

    /// <summary>Longest model file, in bytes.</summary>
    public const int LongestModel = 1 << 28;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the whole text.</summary>
    /// <param name="path">A path, or <c>-</c> for standard input.</param>
    /// <param name="longest">Most bytes to accept.</param>
    /// <param name="openInput">Opens standard input.</param>
    public static Result<string> Read(string path, int longest, Func<Stream> openInput)
    {
        var bytes = ReadBytes(path, longest, openInput);
        return bytes.TryGetValue(out var content) ? Decode(content, Name(path)) : Result.Failure<string>(bytes.Diagnostics);
    }

    /// <summary>How messages name an input.</summary>
    public static string Name(string path) => path == "-" ? "standard input" : path;

    private static Result<byte[]> ReadBytes(string path, int longest, Func<Stream> openInput)
    {
        try
        {
            if (path != "-" && Directory.Exists(path)) return Failure<byte[]>("input.directory", path, "it is a directory; a file was expected");
            using var stream = path == "-" ? openInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            var buffer = new byte[81920];
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                if (content.Length + count > longest)
                {
                    return Failure<byte[]>("input.too-long", path, string.Create(
                        CultureInfo.InvariantCulture, $"it is longer than {longest >> 20} MiB, the most that is read here"));
                }

                content.Write(buffer, 0, count);
            }

            return Result.Success(content.ToArray());
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failure<byte[]>("input.missing", path, "there is no such file", "check the path, or use - to read standard input");
        }
        catch (UnauthorizedAccessException)
        {
            return Failure<byte[]>("input.denied", path, "it may not be read by you", "change its permissions");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            return Failure<byte[]>("input.unreadable", path, $"it cannot be read: {error.Message}");
        }
    }

    private static Result<string> Decode(byte[] content, string name)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Failure<string>("input.encoding", name, "it is UTF-16; only UTF-8 is read", "save it as UTF-8, for example with iconv -f UTF-16 -t UTF-8");
        if (content.AsSpan().Contains((byte)0)) return Failure<string>("input.binary", name, "it holds binary data, not text");
        var span = content is [0xEF, 0xBB, 0xBF, ..] ? content.AsSpan(3) : content;
        try
        {
            var text = Strict.GetString(span);
            return string.IsNullOrWhiteSpace(text) ? Failure<string>("input.empty", name, "it is empty") : Result.Success(text);
        }
        catch (DecoderFallbackException error)
        {
            var line = span[..Math.Max(0, error.Index)].Count((byte)'\n') + 1;
            return Result.Failure<string>(Diagnostic.Error(
                "input.encoding", "this is no UTF-8 text", new DiagnosticLocation(line, Source: name), "save the file as UTF-8, for example with iconv -f LATIN1 -t UTF-8"));
        }
    }

    private static Result<T> Failure<T>(string code, string path, string message, string? remedy = null) =>
        Result.Failure<T>(Diagnostic.Error(code, message, new DiagnosticLocation(Source: Name(path)), remedy));
}
