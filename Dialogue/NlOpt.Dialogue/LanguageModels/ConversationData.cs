using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NlOpt.Dialogue.Conversation;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>The JSON objects that prompts of conversations are given: what was said stands in them as texts, never as instructions.</summary>
internal static class ConversationData
{
    // Only quotation marks and control characters are escaped: a text full of \u0027 is harder to read.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object.</summary>
    /// <param name="transcript">The conversation.</param>
    /// <param name="self">Who the model speaks for: its messages are those of "you".</param>
    /// <param name="other">What the other side is called.</param>
    /// <param name="more">Writes further fields; null for none.</param>
    public static string Write(Transcript transcript, Speaker self, string other, Action<Utf8JsonWriter>? more = null)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            more?.Invoke(writer);
            writer.WriteStartArray("conversation");
            foreach (var turn in transcript.Turns)
            {
                writer.WriteStartObject();
                writer.WriteString("speaker", turn.Speaker == self ? "you" : other);
                writer.WriteString("says", turn.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
