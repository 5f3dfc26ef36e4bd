using System.Text.Json;
using System.Text.Json.Serialization;
using NlOpt.Modeling;

namespace NlOpt.Evaluation.Policies;

/// <summary>Reads and writes training.json, evaluation.json and comparison.json (docs/reference/policies.md). What is read is not trusted.</summary>
public static class PolicyDocuments
{
    /// <summary>Name of a training's report in its folder.</summary>
    public const string TrainingFile = "training.json";

    /// <summary>Name of the last evaluation in a training's folder.</summary>
    public const string EvaluationFile = "evaluation.json";

    /// <summary>Name of a comparison in its folder.</summary>
    public const string ComparisonFile = "comparison.json";

    private const long LargestFile = 256L << 20;
    private const string Restore = "restore the file, or make it again";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>A training as JSON.</summary>
    public static string ToJson(PolicyTrainingReport training) => JsonSerializer.Serialize(training, Options);

    /// <summary>An evaluation as JSON.</summary>
    public static string ToJson(PolicyEvaluation evaluation) => JsonSerializer.Serialize(evaluation, Options);

    /// <summary>A comparison as JSON.</summary>
    public static string ToJson(PolicyComparisonReport comparison) => JsonSerializer.Serialize(comparison, Options);

    /// <summary>Reads a training.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The training; or <c>policy.file-unreadable</c>, <c>policy.file-broken</c>, <c>policy.file-version</c>.</returns>
    public static Result<PolicyTrainingReport> ReadTraining(string path) =>
        Read<PolicyTrainingReport>(path, PolicyTrainingReport.CurrentVersion, "training", report => report.Curve.IsDefault || report.Curve.Any(point => point is null));

    /// <summary>Reads an evaluation.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The evaluation; or <c>policy.file-unreadable</c>, <c>policy.file-broken</c>, <c>policy.file-version</c>.</returns>
    public static Result<PolicyEvaluation> ReadEvaluation(string path) =>
        Read<PolicyEvaluation>(path, PolicyEvaluation.CurrentVersion, "evaluation", IsBroken);

    private static Result<T> Read<T>(string path, int version, string what, Func<T, bool> isBroken)
        where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            if (new FileInfo(path).Length > LargestFile) return Failure("policy.file-broken", $"is larger than any {what}");
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("version", out var found)
                || found.ValueKind != JsonValueKind.Number)
                return Failure("policy.file-broken", $"is no {what}: it has no version");
            if (!found.TryGetInt32(out var number) || number != version)
                return Failure("policy.file-version", $"has version {found.GetRawText()}, expected {version}", "make the file again with this version of nlopt");
            return document.Deserialize<T>(Options) is { } report && !isBroken(report)
                ? Result.Success(report)
                : Failure("policy.file-broken", $"is no complete {what}");
        }
        catch (JsonException exception)
        {
            return Result.Failure<T>(Diagnostic.Error(
                "policy.file-broken", $"is no {what}: {exception.Message}",
                new DiagnosticLocation((int?)exception.LineNumber + 1, (int?)exception.BytePositionInLine + 1, path), Restore));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Failure("policy.file-unreadable", $"cannot be read: {exception.Message}");
        }

        Result<T> Failure(string code, string message, string? remedy = null) =>
            Result.Failure<T>(Diagnostic.Error(code, message, new DiagnosticLocation(Source: path), remedy ?? Restore));
    }



    private static bool IsBroken(PolicyEvaluation evaluation)
    {
        var (count, stages) = (evaluation.Scenarios.Count, evaluation.Scenarios.Stages);
        return evaluation.ReportedCosts.IsDefault || evaluation.ReportedCosts.Length != count
            || evaluation.AllCosts.IsDefault || evaluation.AllCosts.Length != count
            || evaluation.Failures.IsDefault || evaluation.Bands.IsDefault
            || evaluation.Reported.Measures.IsDefault || evaluation.All.Measures.IsDefault
            || evaluation.Bands.Any(band => band is null || new[] { band.Percentile5, band.Percentile25, band.Median, band.Percentile75, band.Percentile95 }
                .Any(line => line.IsDefault || line.Length != stages));
    }
}
