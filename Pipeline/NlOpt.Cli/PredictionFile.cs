using System.Text;
using NlOpt.Modeling;
using NlOpt.Pipeline;

namespace NlOpt.Cli;

/// <summary>
/// A file of predictions that grows line by line: each line is written whole before the next is begun, so that a stopped run loses nothing
/// that was finished, and a later one goes on where it stopped.
/// </summary>
internal sealed class PredictionFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly HashSet<string> _ids;

    private PredictionFile(FileStream stream, HashSet<string> ids) => (_stream, _ids) = (stream, ids);

    /// <summary>The problems that the file already answers.</summary>
    public IReadOnlySet<string> Ids => _ids;

    /// <summary>
    /// Opens or makes a file. A last line that was cut off is removed. Any other line that is no prediction means that this is some other
    /// file, which is then left as it is.
    /// </summary>
    /// <returns>The file, to be disposed; or <c>batch.output</c>, or the error of the line.</returns>
    public static Result<PredictionFile> Open(string path)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var scanned = Scan(stream, path);
            if (!scanned.TryGetValue(out var found))
            {
                stream.Dispose();
                return Result.Failure<PredictionFile>(scanned.Diagnostics);
            }

            stream.SetLength(found.Length);
            stream.Seek(0, SeekOrigin.End);
            return Result.Success(new PredictionFile(stream, found.Ids));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            stream?.Dispose();
            return Result.Failure<PredictionFile>(Diagnostic.Error("batch.output", $"it cannot be written: {error.Message}", new DiagnosticLocation(Source: path)));
        }
    }

    /// <summary>Adds a prediction.</summary>
    public void Append(PredictionRecord record)
    {
        _stream.Write(Encoding.UTF8.GetBytes(PredictionLine.Write(record) + "\n"));
        _stream.Flush();
        _ids.Add(record.Id);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>The ids in the file, and how many of its bytes are whole lines.</summary>
    private static Result<(HashSet<string> Ids, long Length)> Scan(FileStream stream, string path)
    {
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var length = Array.LastIndexOf(content, (byte)'\n') + 1;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(content, 0, length).Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var read = PredictionLine.Read(line, number);
            if (!read.TryGetValue(out var record)) return Foreign(read.Diagnostics[0].Message, number, path);
            ids.Add(record.Id);
        }

        // A tail without its line break is our own cut-off line only if it begins like one.
        var tail = Encoding.UTF8.GetString(content, length, content.Length - length);
        const string Beginning = "{\"version\":";
        return tail.StartsWith(Beginning, StringComparison.Ordinal) || Beginning.StartsWith(tail, StringComparison.Ordinal)
            ? Result.Success((ids, (long)length))
            : Foreign("the last line is no prediction", number, path);
    }

    private static Result<(HashSet<string> Ids, long Length)> Foreign(string what, int line, string path) =>
        Result.Failure<(HashSet<string> Ids, long Length)>(Diagnostic.Error(
            "batch.output", $"it holds something else than predictions and was left as it is: {what}", new DiagnosticLocation(line, Source: path), "choose another file for --out"));
}
