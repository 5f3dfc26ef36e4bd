using System.Text;

namespace NlOpt.Pipeline.Tests.Chat;

/// <summary>Gives a line a read, and does something before one of them, when those before it have been followed.</summary>
internal sealed class ActingStream(string[] lines, int before, Action act) : Stream
{
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_next == lines.Length) return 0;
        if (_next == before) act();
        return Encoding.UTF8.GetBytes(lines[_next++] + "\n", buffer.AsSpan(offset, count));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
