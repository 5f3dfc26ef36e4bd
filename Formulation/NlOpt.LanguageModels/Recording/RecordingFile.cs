using System.Text;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Recording;

/// <summary>
/// A file of recorded calls that grows: each line is written whole or not at all, so that a stopped run loses no call that was answered. One
/// process writes at a time. Safe for use by several threads at once.
/// </summary>
public sealed class RecordingFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _stream;

    private RecordingFile(FileStream stream, CallRecording before) => (_stream, Before) = (stream, before);

    /// <summary>The calls that the file held when it was opened.</summary>
    public CallRecording Before { get; }

    /// <summary>
    /// Opens or makes a file, and the folder it lies in. A last line that was cut off is removed. A file that holds something else is left as it is.
    /// </summary>
    /// <returns>The file, to be disposed; or <c>record.unwritable</c>, or <c>record.line</c>.</returns>
    public static Result<RecordingFile> Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        FileStream? stream = null;
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var content = CallRecording.Content(stream);
            var read = CallRecording.Parse(content, path);
            var length = Array.LastIndexOf(content, (byte)'\n') + 1;
            if (!read.TryGetValue(out var before)) return Failure(stream, read.Diagnostics[0]);
            if (!IsCutLine(content.AsSpan(length)))
                return Failure(stream, Unwritable(path, "it holds something else than recorded calls and was left as it is"));
            stream.SetLength(length);
            stream.Seek(0, SeekOrigin.End);
            return Result.Success(new RecordingFile(stream, before));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Failure(stream, Unwritable(path, error.Message));
        }
    }

    /// <summary>Adds a call.</summary>
    /// <returns>The call; or <c>record.unwritable</c>, and the file is as it was before.</returns>
    public Result<RecordedCall> Append(RecordedCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var line = Encoding.UTF8.GetBytes(call.ToLine() + "\n");
        lock (_lock)
        {
            var length = _stream.Length;
            try
            {
                _stream.Write(line);
                _stream.Flush(flushToDisk: true);
                return Result.Success(call);
            }
            catch (IOException error)
            {
                _stream.SetLength(length);
                return Result.Failure<RecordedCall>(Unwritable(_stream.Name, error.Message));
            }
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    /// <summary>A tail without its line break is a line of ours only if it begins like one.</summary>
    private static bool IsCutLine(ReadOnlySpan<byte> tail)
    {
        var beginning = "{\"version\":"u8;
        return tail.StartsWith(beginning) || beginning.StartsWith(tail);
    }

    private static Result<RecordingFile> Failure(FileStream? stream, Diagnostic diagnostic)
    {
        stream?.Dispose();
        return Result.Failure<RecordingFile>(diagnostic);
    }

    private static Diagnostic Unwritable(string path, string why) => Diagnostic.Error(
        FailureCode.RecordUnwritable, $"calls cannot be recorded: {why}", new DiagnosticLocation(Source: path), "choose another file");
}
