using System.Text.Encodings.Web;
using System.Text.Json;

namespace NlOpt.Cli;

/// <summary>Writes one JSON document to standard output. Control characters are escaped by the format itself.</summary>
internal static class JsonOutput
{
    // Standard output is no web page: quotes and accents stay readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options)) write(writer);
        terminal.Writer.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        terminal.Writer.Write('\n');
    }
}
