using System.Text.Json;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Simulation.LanguageModels;

/// <summary>Reads what a language model says as the client.</summary>
internal static class ClientMessage
{
    /// <summary>Reads a reply.</summary>
    /// <exception cref="JsonException">It does not keep to the schema, or says nothing.</exception>
    public static string Read(JsonPart root) => root.Object(part => Line(part.Field("answer")) is { Length: > 0 } answer
        ? answer
        : throw part.Field("answer").Wrong("must hold the answer"));

    /// <summary>A text as one line.</summary>
    public static string Line(JsonPart text) => string.Join(' ', text.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
