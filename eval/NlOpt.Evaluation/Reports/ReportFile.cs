using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>Reads and writes reports: versioned JSON, and text files beside it. A file is replaced whole or not at all.</summary>
public static class ReportFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        WriteIndented = true,
    };

    /// <summary>The report as JSON.</summary>
    public static string ToJson(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, Options);
    }

    /// <summary>A cross-validation as JSON: the report over all and those of the parts.</summary>
    public static string ToJson(CrossValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, Options);
    }

    /// <summary>A measurement of summaries as JSON: the four reports.</summary>
    public static string ToJson(SummaryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, Options);
    }

    /// <summary>A comparison of measures with ratings as JSON.</summary>
    public static string ToJson(DialogueRatingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, Options);
    }

    /// <summary>A replay of recorded dialogues as JSON.</summary>
    public static string ToJson(ReplayReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, Options);
    }

    /// <summary>A measurement of simulated dialogues as JSON.</summary>
    public static string ToJson(DialogueReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(report, Options);
    }

    /// <summary>Reads a report.</summary>
    /// <param name="json">The text of a result file; untrusted.</param>
    /// <param name="source">Its name for diagnostics.</param>
    /// <returns>The report, or the error <c>eval.report</c> for a text that is none, <c>eval.report-version</c> for one of another version.</returns>
    public static Result<EvaluationReport> FromJson(string json, string source)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("version", out var version)
                || version.ValueKind != JsonValueKind.Number)
                return Failure("eval.report", "the file is no result file: it has no version");
            if (!version.TryGetInt32(out var number) || number != EvaluationReport.CurrentVersion)
            {
                return Failure(
                    "eval.report-version",
                    $"the file has version {version.GetRawText()}, expected {EvaluationReport.CurrentVersion}",
                    "run the evaluation again");
            }

            var report = document.Deserialize<EvaluationReport>(Options);
            return report is null || IsBroken(report)
                ? Failure("eval.report", "the file is no complete result file")
                : Result.Success(report);
        }
        catch (JsonException exception)
        {
            return Result.Failure<EvaluationReport>(Diagnostic.Error(
                "eval.report",
                $"the file is no result file: {exception.Message}",
                new DiagnosticLocation((int?)exception.LineNumber + 1, (int?)exception.BytePositionInLine + 1, source)));
        }

        Result<EvaluationReport> Failure(string code, string message, string? remedy = null) =>
            Result.Failure<EvaluationReport>(Diagnostic.Error(code, message, new DiagnosticLocation(Source: source), remedy));
    }

    /// <summary>Reads a report from a file; as <see cref="FromJson"/>, and <c>data.unreadable</c>.</summary>
    public static Result<EvaluationReport> Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return FromJson(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Result.Failure<EvaluationReport>(Diagnostic.Error("data.unreadable", exception.Message, new DiagnosticLocation(Source: path)));
        }
    }

    /// <summary>Writes a text, such as a report as JSON or HTML, to a file: first beside it, then in its place. Folders are made.</summary>
    /// <returns>The full path, or the error <c>data.unwritable</c>.</returns>
    public static Result<string> Write(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Write(path, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Writes bytes, such as a picture, to a file, in the same way.</summary>
    /// <returns>The full path, or the error <c>data.unwritable</c>.</returns>
    public static Result<string> Write(string path, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full + ".partial", content);
            File.Move(full + ".partial", full, overwrite: true);
            return Result.Success(full);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Result.Failure<string>(Diagnostic.Error("data.unwritable", exception.Message, new DiagnosticLocation(Source: path)));
        }
    }

    private static bool IsBroken(EvaluationReport report) =>
        report.Scores.IsDefault || report.Errata.IsDefault || report.Errors.IsDefault || report.Confusion.IsDefault || report.Items.IsDefault
        || report.Items.Any(item => item is null
            || item.GoldVariables.IsDefault || item.PredictedVariables.IsDefault || item.VariableOfColumn.IsDefault
            || item.Errors.IsDefault || item.Types.IsDefault || item.Questions.IsDefault || IsBroken(item.GoldRows) || IsBroken(item.PredictedRows)
            || item.VariableOfColumn.Any(variable => variable < 0 || variable >= item.PredictedVariables.Length));

    private static bool IsBroken(ImmutableArray<RowResult> rows) => rows.IsDefault || rows.Any(row => row is null || row.Evidence.IsDefault);
}
