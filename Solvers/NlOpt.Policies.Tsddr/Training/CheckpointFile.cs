using System.Security.Cryptography;
using NlOpt.Policies.Tsddr.Optimizers;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>
/// The checkpoint of a training: a binary file with its SHA-256 at the end, written beside and then moved. What it belongs to stands in it
/// and must match.
/// </summary>
internal static class CheckpointFile
{
    public const string Name = "training.checkpoint";
    private const string Magic = "NLOPT-TSDDR-CHECKPOINT-1";
    private const int ChecksumLength = 32;
    private const long LargestFile = 1L << 28;

    /// <summary>Writes the state.</summary>
    /// <returns>Null when done; else why it could not be written.</returns>
    public static Diagnostic? Write(string folder, CheckpointIdentity identity, TrainingState state, ITrainingCosts costs)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(Magic);
        writer.Write(identity.Problem);
        writer.Write(identity.Settings);
        writer.Write(state.Updates);
        writer.Write(state.Elapsed.Ticks);
        writer.WriteNumbers(state.Parameters);
        var adam = state.Adam.State;
        writer.Write(adam.Steps);
        writer.WriteNumbers(adam.Means.AsSpan());
        writer.WriteNumbers(adam.Squares.AsSpan());
        writer.WriteNumbers(state.Average.Average);
        writer.Write(state.CertifiedPoints);
        writer.WriteNumbers(state.Best ?? []);
        writer.WriteNumber(state.BestOutcome?.Cost);
        writer.Write(state.BestOutcome?.Failures ?? 0);
        writer.Write(state.Failures);
        writer.Write(state.Curve.Count);
        foreach (var point in state.Curve) Write(writer, point);
        costs.Save(writer);
        writer.Flush();
        var bytes = content.ToArray();
        var path = Path.Combine(folder, Name);
        try
        {
            using (var file = File.Create(path + ".partial"))
            {
                file.Write(bytes);
                file.Write(SHA256.HashData(bytes));
            }

            File.Move(path + ".partial", path, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Diagnostic.Error("policy.checkpoint.unwritable", $"the checkpoint cannot be written: {error.Message}", new DiagnosticLocation(Source: path));
        }
    }

    /// <summary>Reads a state, and what the costs had learned.</summary>
    public static Result<TrainingState> Read(string folder, CheckpointIdentity identity, int parameterCount, double decay, ITrainingCosts costs)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            if (new FileInfo(path).Length > LargestFile) return Refuse("unreadable", path, "is larger than any checkpoint");
            var bytes = File.ReadAllBytes(path);
            var length = bytes.Length - ChecksumLength;
            if (length < 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
                return Refuse("damaged", path, "is damaged: its checksum does not fit");
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, length));
            if (reader.ReadString() != Magic) return Refuse("damaged", path, "is no checkpoint of this version");
            if (reader.ReadString() != identity.Problem) return Refuse("other-problem", path, "belongs to another problem");
            if (reader.ReadString() != identity.Settings) return Refuse("other-settings", path, "was made with other settings or another seed");
            return Result.Success(ReadState(reader, parameterCount, decay, costs));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return Refuse("unreadable", path, $"cannot be read: {error.Message}");
        }
    }

    private static TrainingState ReadState(BinaryReader reader, int parameterCount, double decay, ITrainingCosts costs)
    {
        var (updates, elapsed, parameters) = (reader.ReadInt32(), new TimeSpan(reader.ReadInt64()), reader.ReadNumbers());
        var (steps, means, squares, mean) = (reader.ReadInt64(), reader.ReadNumbers(), reader.ReadNumbers(), reader.ReadNumbers());
        var (points, best, cost) = (reader.ReadInt32(), reader.ReadNumbers(), reader.ReadNumber());
        if (new[] { parameters, means, squares, mean }.Any(numbers => numbers.Length != parameterCount) || best.Length != 0 && best.Length != parameterCount)
            throw new FormatException("it holds another number of parameters");
        if (updates < 0 || steps < 0 || points < 1) throw new FormatException("it counts what cannot be");
        var panelFailures = reader.ReadInt32();
        var state = new TrainingState
        {
            Updates = updates,
            Elapsed = elapsed,
            Parameters = parameters,
            Adam = new Adam(new AdamOptions(), new AdamState(steps, [.. means], [.. squares])),
            Average = new AveragedWeights(decay, mean, updates),
            CertifiedPoints = points,
            Best = best.Length == 0 ? null : best,
            BestOutcome = best.Length == 0 ? null : new PanelOutcome(cost, panelFailures, 0),
            Failures = reader.ReadInt32(),
        };
        var count = reader.ReadInt32();
        for (var index = 0; index < count; index++) state.Curve.Add(ReadProgress(reader));
        costs.Load(reader);
        return state;
    }

    private static void Write(BinaryWriter writer, TrainingProgress point)
    {
        writer.Write(point.Elapsed.Ticks);
        writer.Write(point.Updates);
        writer.WriteNumber(point.Cost);
        writer.WriteNumber(point.CostGap);
        writer.WriteNumber(point.PanelCost);
        writer.WriteNumber(point.GradientNorm);
        writer.Write(point.Failures);
    }

    private static TrainingProgress ReadProgress(BinaryReader reader) => new(new TimeSpan(reader.ReadInt64()), reader.ReadInt32())
    {
        Cost = reader.ReadNumber(),
        CostGap = reader.ReadNumber(),
        PanelCost = reader.ReadNumber(),
        GradientNorm = reader.ReadNumber(),
        Failures = reader.ReadInt32(),
    };

    private static Result<TrainingState> Refuse(string code, string path, string what) => Result.Failure<TrainingState>(Diagnostic.Error(
        "policy.checkpoint." + code,
        $"the checkpoint {what}",
        new DiagnosticLocation(Source: path),
        "train into another folder, or without resuming"));
}
