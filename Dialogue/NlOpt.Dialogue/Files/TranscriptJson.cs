using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NlOpt.Dialogue.Conversation;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Files;

/// <summary>Conversations as JSON, version 1: docs/reference/transcript-json.md. Reading what was written gives the same conversation.</summary>
public static class TranscriptJson
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    private const string Format = "nlopt-transcript";

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions ReaderOptions = new() { AllowDuplicateProperties = false };

    /// <summary>Writes a conversation as indented JSON with a final line break.</summary>
    /// <exception cref="ArgumentException">A number of a formulation is not finite.</exception>
    public static string Write(SavedTranscript saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("version", Version);
            if (saved.End is { } end) writer.WriteString("end", JsonPart.NameOf(end));
            writer.WriteStartArray("turns");
            foreach (var turn in saved.Transcript.Turns) Write(writer, turn);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>Reads a conversation; the text is untrusted.</summary>
    /// <returns>
    /// The conversation, or errors: <c>transcript.json.syntax</c> with line and column, <c>transcript.json.shape</c> with the path of what is
    /// missing, unknown, of the wrong type or out of turn, <c>transcript.json.version</c>, or those of <see cref="FormulationJson"/>.
    /// </returns>
    public static Result<SavedTranscript> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, ReaderOptions);
        }
        catch (JsonException error)
        {
            return Failure("transcript.json.syntax", $"this is no valid JSON: {WithoutPosition(error.Message)}", Location(error));
        }

        using (document)
        {
            try
            {
                return Read(new JsonPart(document.RootElement, ""));
            }
            catch (JsonException error)
            {
                return Failure(
                    "transcript.json.shape", error.Message, new DiagnosticLocation(Source: error.Path), "see docs/reference/transcript-json.md");
            }
        }
    }

    private static Result<SavedTranscript> Read(JsonPart root)
    {
        if (root.VersionOrNull() is { } version and not Version)
        {
            return Failure(
                "transcript.json.version", $"the file has version {version}, but only version {Version} can be read", null, "use a newer nlopt");
        }

        var problems = ImmutableArray<Diagnostic>.Empty;
        var saved = root.Object(part =>
        {
            if (part.Field("format").Text() != Format) throw part.Field("format").Wrong($"must be '{Format}'");
            part.Field("version").Whole();
            var expected = Speaker.Agent;
            var turns = part.Field("turns").List(item =>
            {
                var turn = Turn(item, expected, ref problems);
                expected = expected == Speaker.Agent ? Speaker.Client : Speaker.Agent;
                return turn;
            });
            return new SavedTranscript(new Transcript(turns), part.FieldOrNull("end")?.Choice<DialogueEnd>());
        });
        return problems.IsEmpty ? Result.Success(saved) : Result.Failure<SavedTranscript>(problems);
    }

    private static Turn Turn(JsonPart item, Speaker expected, ref ImmutableArray<Diagnostic> problems)
    {
        var (speaker, kind, text) = (item.Field("speaker").Choice<Speaker>(), item.Field("kind").Choice<TurnKind>(), item.Field("text").Text());
        if (speaker != expected) throw item.Field("speaker").Wrong($"must be {JsonPart.NameOf(expected)}: both speak in turn, the agent first");
        if (speaker == Speaker.Client != (kind == TurnKind.Message))
            throw item.Field("kind").Wrong(speaker == Speaker.Client ? "must be message for a client" : "must not be message for an agent");
        var formulation = item.FieldOrNull("formulation");
        if (formulation is not null && kind != TurnKind.Summary) throw formulation.Wrong("belongs to a summary");
        var read = formulation is null ? null : FormulationJson.Read(formulation);
        if (read is { IsSuccess: false }) problems = problems.AddRange(read.Diagnostics);
        return item.Object(_ => new Turn(speaker, kind, text) { Formulation = read is { IsSuccess: true } ? read.Value : null });
    }

    private static void Write(Utf8JsonWriter writer, Turn turn)
    {
        writer.WriteStartObject();
        writer.WriteString("speaker", JsonPart.NameOf(turn.Speaker));
        writer.WriteString("kind", JsonPart.NameOf(turn.Kind));
        writer.WriteString("text", turn.Text);
        if (turn.Formulation is { } formulation)
        {
            writer.WritePropertyName("formulation");
            FormulationJson.Write(writer, formulation);
        }

        writer.WriteEndObject();
    }

    private static Result<SavedTranscript> Failure(string code, string message, DiagnosticLocation? location, string? remedy = null) =>
        Result.Failure<SavedTranscript>(Diagnostic.Error(code, message, location, remedy));

    private static DiagnosticLocation? Location(JsonException error) => error is { LineNumber: { } line, BytePositionInLine: { } column }
        ? new((int)Math.Min(line + 1, int.MaxValue), (int)Math.Min(column + 1, int.MaxValue))
        : null;

    /// <summary>The message without the position that the library appends to it.</summary>
    private static string WithoutPosition(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
