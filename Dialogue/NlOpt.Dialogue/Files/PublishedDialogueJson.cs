using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Metrics;

namespace NlOpt.Dialogue.Files;

/// <summary>
/// Writes conversations in the format of the published dialogues: docs/reference/transcript-json.md. The scores are those of
/// <see cref="Rouge"/>; what only a language model has (tokens, temperature, prompts) is left out.
/// </summary>
public static class PublishedDialogueJson
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a dialogue as indented JSON with a final line break.</summary>
    public static string Write(PublishedDialogue dialogue)
    {
        ArgumentNullException.ThrowIfNull(dialogue);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("dialog_messages");
            foreach (var turn in dialogue.Transcript.Turns)
            {
                writer.WriteStartObject();
                writer.WriteString("role", turn.Speaker == Speaker.Agent ? "agent" : "client");
                writer.WriteString("message", turn.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("validation");
            if (dialogue.Summary is { } summary)
            {
                var rouge = Rouge.Of(summary, dialogue.Statement);
                Score(writer, "Rouge-1", rouge.One);
                Score(writer, "Rouge-2", rouge.Two);
                Score(writer, "Rouge-L", rouge.Longest);
            }

            writer.WriteEndObject();
            writer.WriteString("problem_statement", dialogue.Statement);
            writer.WriteString("summary", dialogue.Summary);
            writer.WriteString("original_id", dialogue.ProblemId);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Score(Utf8JsonWriter writer, string name, RougeScore score)
    {
        writer.WriteNumber($"{name}: Precision", score.Precision);
        writer.WriteNumber($"{name}: Recall", score.Recall);
        writer.WriteNumber($"{name}: F1", score.F1);
    }
}
