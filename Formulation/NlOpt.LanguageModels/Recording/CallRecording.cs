using System.Collections.Immutable;
using System.Text;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Recording;

/// <summary>The calls of a file, in the order they were made.</summary>
/// <param name="Calls">The calls.</param>
public sealed record CallRecording(ImmutableArray<RecordedCall> Calls)
{
    private const long LongestFile = 1L << 30;

    /// <summary>No calls.</summary>
    public static CallRecording None { get; } = new([]);

    /// <summary>Reads a file; it is untrusted. A last line without its line break was cut off when a run was stopped, and is left out.</summary>
    /// <returns>The calls; or <c>record.unreadable</c>, or <c>record.line</c> with the line.</returns>
    public static Result<CallRecording> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return stream.Length > LongestFile ? Unreadable(path, "it is longer than 1 GiB") : Parse(Content(stream), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Unreadable(path, error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : error.Message);
        }
    }

    /// <summary>The calls of whole lines.</summary>
    internal static Result<CallRecording> Parse(ReadOnlySpan<byte> content, string path)
    {
        var calls = ImmutableArray.CreateBuilder<RecordedCall>();
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(content[..(content.LastIndexOf((byte)'\n') + 1)]).Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var read = RecordedCall.Read(line, new DiagnosticLocation(number, Source: path));
            if (!read.TryGetValue(out var call)) return Result.Failure<CallRecording>(read.Diagnostics);
            calls.Add(call);
        }

        return Result.Success(new CallRecording(calls.ToImmutable()));
    }

    /// <summary>All bytes of a stream.</summary>
    internal static byte[] Content(FileStream stream)
    {
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static Result<CallRecording> Unreadable(string path, string why) => Result.Failure<CallRecording>(Diagnostic.Error(
        FailureCode.RecordUnreadable, $"the recorded calls cannot be read: {why}", new DiagnosticLocation(Source: path), "check the path"));
}
