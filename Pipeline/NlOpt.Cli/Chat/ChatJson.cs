using System.Text.Json;
using NlOpt.Dialogue.Files;
using NlOpt.Formulation;
using NlOpt.Pipeline;

namespace NlOpt.Cli.Chat;

/// <summary>A conversation and what came of it as JSON, version 1: docs/reference/commands.md.</summary>
internal static class ChatJson
{
    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="session">The conversation.</param>
    /// <param name="solution">The plan that was found last; null where none was looked for.</param>
    public static void Write(Utf8JsonWriter writer, ChatSession session, Solution? solution)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WritePropertyName("transcript");
        using (var transcript = JsonDocument.Parse(TranscriptJson.Write(ChatFile.Sound(session.Saved)))) transcript.WriteTo(writer);
        writer.WritePropertyName("formulation");
        if (session.Formulation is { } formulation && ChatFile.IsSound(formulation)) FormulationJson.Write(writer, formulation);
        else writer.WriteNullValue();
        writer.WritePropertyName("solution");
        if (solution is not null) SolutionJson.Write(writer, solution.Lowered.Model, solution.Result);
        else writer.WriteNullValue();
        writer.WriteEndObject();
    }
}
