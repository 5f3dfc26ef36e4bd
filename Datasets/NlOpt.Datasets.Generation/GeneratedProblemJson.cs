using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Datasets.Generation;

/// <summary>Generated problems as lines of JSON, version 1: docs/reference/generated-problems.md. Reading what was written gives the same problem.</summary>
public static class GeneratedProblemJson
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a problem as one line without its line break.</summary>
    public static string Write(GeneratedProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteString("id", problem.Id);
            writer.WriteString("text", problem.Text);
            writer.WriteString("bank", NameOf(problem.Bank));
            writer.WriteString("domain", problem.Domain);
            writer.WriteString("outcome", NameOf(problem.Outcome));
            Strings(writer, "templates", problem.Templates);
            Strings(writer, "phenomena", problem.Phenomena);
            writer.WriteStartArray("entities");
            foreach (var entity in problem.Entities)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(entity.Start);
                writer.WriteNumberValue(entity.End);
                writer.WriteStringValue(entity.Label);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("mentions");
            foreach (var mention in problem.Mentions)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(mention.Text);
                writer.WriteNumberValue(mention.Column);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WritePropertyName("formulation");
            FormulationJson.Write(writer, problem.Formulation);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a line; it is untrusted.</summary>
    /// <param name="line">The line.</param>
    /// <param name="location">Where it stands, for messages; null for nowhere.</param>
    /// <returns>The problem; or errors: <c>generated.json</c>, <c>generated.version</c>, or those of <see cref="FormulationJson.Read(string)"/>.</returns>
    public static Result<GeneratedProblem> Read(string line, DiagnosticLocation? location = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() is var version && version != Version)
                return Result.Failure<GeneratedProblem>(Diagnostic.Error(
                    "generated.version", $"the line has version {version}, but only version {Version} can be read", location, "generate it again"));
            var read = FormulationJson.Read(root.GetProperty("formulation").GetRawText());
            return read.TryGetValue(out var formulation) ? Checked(Problem(root, formulation), location) : Result.Failure<GeneratedProblem>(read.Diagnostics);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Result.Failure<GeneratedProblem>(Diagnostic.Error("generated.json", $"this is no generated problem: {error.Message}", location));
        }
    }

    private static GeneratedProblem Problem(JsonElement root, ProblemFormulation formulation) => new(
        Text(root, "id"), Text(root, "text"), formulation,
        [.. root.GetProperty("entities").EnumerateArray().Select(item => new EntitySpan(item[0].GetInt32(), item[1].GetInt32(), item[2].GetString()!))],
        [.. root.GetProperty("mentions").EnumerateArray().Select(item => new VariableMention(item[0].GetString()!, item[1].GetInt32()))],
        Strings(root, "templates"), Strings(root, "phenomena"), Text(root, "domain"),
        Choice<GenerationBank>(root, "bank"), Choice<GeneratedOutcome>(root, "outcome"));

    private static Result<GeneratedProblem> Checked(GeneratedProblem problem, DiagnosticLocation? location)
    {
        var isInside = problem.Entities.All(entity => entity.Start >= 0 && entity.Start < entity.End && entity.End <= problem.Text.Length)
            && problem.Mentions.All(mention => mention.Column >= 0 && mention.Column < problem.Formulation.Variables.Length)
            && problem.Formulation.Source.Turns is [var turn] && turn == problem.Text;
        return isInside
            ? Result.Success(problem)
            : Result.Failure<GeneratedProblem>(Diagnostic.Error("generated.json", "spans, columns or texts do not fit each other", location));
    }

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null.");

    private static ImmutableArray<string> Strings(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private static void Strings(Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static T Choice<T>(JsonElement root, string name)
        where T : struct, Enum
    {
        var text = Text(root, name);
        foreach (var value in Enum.GetValues<T>())
            if (NameOf(value) == text) return value;
        throw new JsonException($"'{name}' must be one of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}.");
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
