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
            [.. record.Points.Select(stage => stage
                .Select(point => new Visit(point.Iteration, [.. point.State], [.. point.Cuts.Select(PlaneOf)])).ToArray())],
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

    /// <summary>What does not fit the problem, as a file that was made by hand may not; null when everything does.</summary>
    public string? FindMisfit(MultistageProblem problem)
    {
        if (Stages.Length != problem.StageCount - 1) return $"there are cuts for {Stages.Length} stages, not {problem.StageCount - 1}";
        if (Iterations < 0 || Curve.Length != 0 && Curve.Length != Iterations || Curve.Contains(null)) return "the curve does not have one point an iteration";
        if (Curve.Any(point => point.Seconds is not (>= 0 and < 1e9))) return "the curve has times that make no sense";
        for (var stage = 0; stage < Stages.Length; stage++)
        {
            var parts = CutKind == CutKind.Multiple ? problem.NoiseAt(stage + 1).Count : 0;
            var last = 1;
            if (Stages[stage] is null) return $"the cuts of stage {stage + 1} are missing";
            foreach (var visit in Stages[stage])
            {
                if (visit is null || !Fits(visit, problem.State.Length, parts) || visit.Iteration < last || visit.Iteration > Iterations)
                    return $"the cuts of stage {stage + 1} do not fit the problem";
                last = visit.Iteration;
            }
        }

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
        Points = [.. Stages.Select(stage => stage
            .Select(visit => new TrialPoint(visit.Iteration, [.. visit.State], [.. visit.Cuts.Select(CutOf)])).ToImmutableArray())],
    };

    private static bool Fits(Visit visit, int states, int parts)
    {
        if (visit.State.Length != states || visit.Cuts.Length != (parts == 0 ? 1 : parts + 1) || visit.Cuts.Contains(null)) return false;
        for (var index = 0; index < visit.Cuts.Length; index++)
        {
            var (cut, isWeighing) = (visit.Cuts[index], parts > 0 && index == parts);
            if (cut.Slopes.Length != (isWeighing ? 0 : states) || (cut.PartWeights?.Length ?? 0) != (isWeighing ? parts : 0)) return false;
            if (cut.Part != (parts == 0 || isWeighing ? null : index)) return false;
        }

        return true;
    }

    private static Plane PlaneOf(Cut cut) => new(cut.Intercept, [.. cut.Slopes], cut.Part, cut.PartWeights.IsEmpty ? null : [.. cut.PartWeights]);

    private static Cut CutOf(Plane plane) =>
        new(plane.Intercept, [.. plane.Slopes]) { Part = plane.Part, PartWeights = [.. plane.PartWeights ?? []] };

    private string ComputeChecksum() => Convert.ToHexStringLower(SHA256.HashData((this with { Checksum = "" }).ToUtf8()));
}
