using System.Collections.Concurrent;
using System.Text;

namespace NlOpt.Cli.Chat;

/// <summary>
/// Lines of standard input. They are read on a thread of their own, because a read cannot be broken off: Ctrl-C would wait for the next line.
/// </summary>
internal sealed class LineSource : IDisposable
{
    private const int LinesAhead = 16;
    private const int LongestRead = ChatLine.MostCharacters + 1;

    private readonly BlockingCollection<ChatLine> _lines = new(LinesAhead);
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Starts reading.</summary>
    /// <param name="openInput">Opens standard input.</param>
    public LineSource(Func<Stream> openInput)
    {
        var reading = new Thread(() => ReadAll(openInput)) { IsBackground = true, Name = "standard input" };
        reading.Start();
    }

    /// <summary>The next line; null at the end of the input.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled while waiting.</exception>
    public ChatLine? Next(CancellationToken cancellationToken) => _lines.TryTake(out var line, Timeout.Infinite, cancellationToken) ? line : null;

    public void Dispose() => _closed.Cancel();

    private void ReadAll(Func<Stream> openInput)
    {
        try
        {
            using var reader = new StreamReader(openInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            while (ReadLine(reader) is { } line) _lines.Add(line, _closed.Token);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            // A terminal that went away ends the input as its end does.
        }

        _lines.CompleteAdding();
    }

    /// <summary>A line, of which no more is kept than is needed to tell that it is too long.</summary>
    private static ChatLine? ReadLine(StreamReader reader)
    {
        var text = new StringBuilder();
        var isCut = false;
        var next = reader.Read();
        if (next < 0) return null;
        for (; next >= 0 && next != '\n'; next = reader.Read())
        {
            if (text.Length < LongestRead) text.Append((char)next);
            else isCut = true;
        }

        return ChatLine.Of(text.ToString(), isCut);
    }
}
