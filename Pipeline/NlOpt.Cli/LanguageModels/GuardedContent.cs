using System.Net;

namespace NlOpt.Cli.LanguageModels;

/// <summary>The body of a reply, no longer than a reply may be, and with no longer silences than the time limit.</summary>
internal sealed class GuardedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly TimeSpan _silence;
    private byte[]? _read;

    public GuardedContent(HttpContent inner, TimeSpan silence)
    {
        (_inner, _silence) = (inner, silence);
        foreach (var (name, values) in inner.Headers) Headers.TryAddWithoutValidation(name, values);
    }

    /// <summary>Whether the body comes piece by piece.</summary>
    public bool IsStream => Headers.ContentType?.MediaType == "text/event-stream";

    /// <summary>Reads the whole body now.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var stream = await Open(cancellationToken).ConfigureAwait(false);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        _read = buffer.ToArray();
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        using var body = await CreateContentReadStreamAsync().ConfigureAwait(false);
        await body.CopyToAsync(stream).ConfigureAwait(false);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        _read is { } body ? new MemoryStream(body, writable: false) : await Open(cancellationToken).ConfigureAwait(false);

    protected override bool TryComputeLength(out long length)
    {
        length = _read?.Length ?? 0;
        return _read is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }

    private async Task<Stream> Open(CancellationToken cancellationToken) =>
        new GuardedStream(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _silence);
}
