using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>Predictions as lines of JSON, version 1: docs/reference/predictions-jsonl.md. Reading what was written gives the same record.</summary>
public static class PredictionLine
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    private static readonly PredictionContext Context = new(new JsonSerializerOptions(PredictionContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a record as one line, without the line break.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static string Write(PredictionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return JsonSerializer.Serialize(record, Context.PredictionRecord);
    }

    /// <summary>Reads a line; it is untrusted, and fields that are not known are left alone.</summary>
    /// <param name="line">One JSON object.</param>
    /// <param name="lineNumber">Where it stands in its file, counted from 1; for messages.</param>
    /// <returns>The record; or the error <c>prediction.line</c> or <c>prediction.version</c>.</returns>
    public static Result<PredictionRecord> Read(string line, int lineNumber)
    {
        ArgumentNullException.ThrowIfNull(line);
        var location = new DiagnosticLocation(lineNumber);
        try
        {
            var record = JsonSerializer.Deserialize(line, Context.PredictionRecord);
            if (record is null) return Failure("prediction.line", "the line holds no record");
            if (record.Version != Version)
                return Failure("prediction.version", $"the record has version {record.Version}, but only version {Version} can be read");
            return NumbersOf(record).All(double.IsFinite)
                ? Result.Success(record)
                : Failure("prediction.line", "the line holds a number too large to be one");
        }
        catch (JsonException error)
        {
            return Failure("prediction.line", $"the line is no prediction, see {error.Path ?? "its beginning"}");
        }

        Result<PredictionRecord> Failure(string code, string message) =>
            Result.Failure<PredictionRecord>(Diagnostic.Error(code, message, location, "see docs/reference/predictions-jsonl.md"));
    }

    private static IEnumerable<double> NumbersOf(PredictionRecord record) =>
    [
        .. record.Objective is { } objective ? [.. objective.Coefficients.Values, objective.Constant] : Array.Empty<double>(),
        .. record.Rows.SelectMany(row => row.Coefficients.Values.Append(row.RightHandSide)),
        .. record.Solution?.Values?.Values ?? [],
        record.Solution?.ObjectiveValue ?? 0,
        record.Confidence ?? 0,
    ];
}

/// <summary>Written at build time, because looking the types up at run time would slow every start of the command.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(CamelCaseEnum<PredictionStatus>), typeof(CamelCaseEnum<VariableKind>), typeof(CamelCaseEnum<ObjectiveSense>),
        typeof(CamelCaseEnum<PredictedOperator>), typeof(CamelCaseEnum<TerminationReason>), typeof(CamelCaseEnum<SlotKind>),
    ])]
[JsonSerializable(typeof(PredictionRecord))]
internal sealed partial class PredictionContext : JsonSerializerContext;

/// <summary>Enumerations by name; numbers are refused.</summary>
internal sealed class CamelCaseEnum<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
