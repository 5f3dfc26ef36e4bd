using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NlOpt.Policies.Sddp.Cuts;

namespace NlOpt.Policies.Sddp.Files;

/// <summary>The JSON form of a record (docs/reference/sddp-json.md).</summary>
internal sealed record SddpDocument(
    string Format, int Version, string Problem, string Fingerprint, ulong Seed, string Settings, CutKind CutKind, int Iterations,
    string Checksum, SddpDocument.Point[] Curve, SddpDocument.Visit[][] Stages, double? Bound = null)
{
    public const string FormatName = "nlopt-sddp";
    public const int PresentVersion = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>One point of the training curve.</summary>
    public sealed record Point(double Seconds, double? Cost = null, double? Bound = null, int Failures = 0);

    /// <summary>A state visited, with its cuts.</summary>
    public sealed record Visit(int Iteration, double[] State, Plane[] Cuts);

    /// <summary>A cut.</summary>
    public sealed record Plane(double Intercept, double[] Slopes, int? Part = null, double[]? PartWeights = null);

    public static SddpDocument Of(string problem, SddpRecord record)
    {
        var document = new SddpDocument(
            FormatName, PresentVersion, problem, record.Fingerprint, record.Seed, record.Settings, record.CutKind, record.Iterations, "",
            [.. record.Curve.Select(point => new Point(point.Elapsed.TotalSeconds, point.Cost, point.Bound, point.Failures))],
            [.. record.Points.Select(stage => stage.Select(point => new Visit(
                point.Iteration, [.. point.State],
                [.. point.Cuts.Select(cut => new Plane(cut.Intercept, [.. cut.Slopes], cut.Part, cut.PartWeights.IsEmpty ? null : [.. cut.PartWeights]))]))
                .ToArray())],
            record.Bound);
        return document with { Checksum = document.ComputeChecksum() };
    }

    /// <summary>Reads the JSON text; the content is not looked at.</summary>
    /// <exception cref="JsonException">The text is no such document.</exception>
    public static SddpDocument Parse(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<SddpDocument>(utf8, Json) ?? throw new JsonException("The document is null.");

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>What is wrong with the content; null when nothing.</summary>
    public string? FindFault()
    {
        if (Format != FormatName) return $"the format is not {FormatName}";
        if (Version != PresentVersion) return $"the version {Version} is unknown";
        if (Checksum != ComputeChecksum()) return "the checksum does not fit the content";
        return null;
    }

    public SddpRecord ToRecord() => new()
    {
        Fingerprint = Fingerprint,
        Seed = Seed,
        Settings = Settings,
        CutKind = CutKind,
        Iterations = Iterations,
        Bound = Bound,
        Curve = [.. Curve.Select((point, index) => new TrainingProgress(TimeSpan.FromSeconds(point.Seconds), index + 1)
        {
            Cost = point.Cost,
            Bound = point.Bound,
            Failures = point.Failures,
        })],
        Points = [.. Stages.Select(stage => stage.Select(visit => new TrialPoint(visit.Iteration, [.. visit.State],
            [.. visit.Cuts.Select(cut => new Cut(cut.Intercept, [.. cut.Slopes]) { Part = cut.Part, PartWeights = [.. cut.PartWeights ?? []] })]))
            .ToImmutableArray())],
    };

    private string ComputeChecksum() => Convert.ToHexStringLower(SHA256.HashData((this with { Checksum = "" }).ToUtf8()));
}
