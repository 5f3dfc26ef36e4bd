using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>
/// Formulations as JSON, version 2: docs/reference/formulation-json.md. Reading what was written gives the same formulation.
/// </summary>
public static class FormulationJson
{
    /// <summary>The version that is written; version 1, whose files say nothing that this one says otherwise, is read too.</summary>
    public const int Version = 2;

    private const int OldestVersion = 1;

    internal const string Format = "nlopt-formulation";

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions ReaderOptions = new() { AllowDuplicateProperties = false };

    /// <summary>Writes a formulation as indented JSON with a final line break.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static string Write(ProblemFormulation formulation)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions)) Write(writer, formulation);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>Writes a formulation as one JSON object into a larger document.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static void Write(Utf8JsonWriter writer, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(formulation);
        FormulationJsonWriter.Write(writer, formulation);
    }

    /// <summary>Reads a formulation; the text is untrusted.</summary>
    /// <returns>
    /// A formulation that passes <see cref="FormulationCheck"/>, or errors: <c>formulation.json.syntax</c> with line and column,
    /// <c>formulation.json.shape</c> with the path of what is missing, unknown or of the wrong type, <c>formulation.json.version</c>,
    /// or those of the check.
    /// </returns>
    public static Result<ProblemFormulation> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, ReaderOptions);
        }
        catch (JsonException error)
        {
            return Result.Failure<ProblemFormulation>(Diagnostic.Error(
                "formulation.json.syntax", $"this is no valid JSON: {WithoutPosition(error.Message)}", Location(error)));
        }

        using (document) return Read(new JsonPart(document.RootElement, ""));
    }

    /// <summary>Reads a formulation that is part of a larger document.</summary>
    /// <returns>As for a text of its own; paths are those of the larger document.</returns>
    public static Result<ProblemFormulation> Read(JsonPart root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (root.VersionOrNull() is { } version and (< OldestVersion or > Version))
        {
            return Result.Failure<ProblemFormulation>(Diagnostic.Error(
                "formulation.json.version", $"the file has version {version}, but only versions {OldestVersion} to {Version} can be read", null, "use a newer nlopt"));
        }

        ProblemFormulation formulation;
        try
        {
            formulation = FormulationJsonReader.Read(root);
        }
        catch (JsonException error)
        {
            return Result.Failure<ProblemFormulation>(Diagnostic.Error(
                "formulation.json.shape", error.Message, new DiagnosticLocation(Source: error.Path), "see docs/reference/formulation-json.md"));
        }

        var findings = FormulationCheck.Check(formulation);
        return findings.Any(finding => finding.Severity == DiagnosticSeverity.Error)
            ? Result.Failure<ProblemFormulation>(findings)
            : Result.Success(formulation, findings);
    }

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
