using System.Security.Cryptography;
using NlOpt.Policies.Tsddr.Library;
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
    private const long LargestFile = 1L << 30;

    /// <summary>Writes the state.</summary>
    /// <returns>Null when done; else why it could not be written.</returns>
    public static Diagnostic? Write(string folder, CheckpointIdentity identity, TrainingState state, LibraryStageCosts library, int kinds)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(Magic);
        writer.Write(identity.Problem);
        writer.Write(identity.Settings);
        writer.Write(state.Updates);
        writer.Write(state.Elapsed.Ticks);
        Write(writer, state.Parameters);
        var adam = state.Adam.State;
        writer.Write(adam.Steps);
        Write(writer, adam.Means.AsSpan());
        Write(writer, adam.Squares.AsSpan());
        Write(writer, state.Average.Average);
        Write(writer, state.TypicalNorm);
        writer.Write(state.CertifiedPoints);
        Write(writer, state.Best ?? []);
        Write(writer, state.BestOutcome?.Cost);
        writer.Write(state.BestOutcome?.Failures ?? 0);
        writer.Write(state.Failures);
        writer.Write(state.Curve.Count);
        foreach (var point in state.Curve) Write(writer, point);
        for (var kind = 0; kind < kinds; kind++) Write(writer, library.OfKind(kind).Export());
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

    /// <summary>Reads a state, and fills the libraries.</summary>
    public static Result<TrainingState> Read(string folder, CheckpointIdentity identity, int parameterCount, double decay, LibraryStageCosts library, int kinds)
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
            return Result.Success(ReadState(reader, parameterCount, decay, library, kinds));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return Refuse("unreadable", path, $"cannot be read: {error.Message}");
        }
    }

    private static TrainingState ReadState(BinaryReader reader, int parameterCount, double decay, LibraryStageCosts library, int kinds)
    {
        var (updates, elapsed, parameters) = (reader.ReadInt32(), new TimeSpan(reader.ReadInt64()), ReadNumbers(reader));
        if (parameters.Length != parameterCount) throw new FormatException("it holds another number of parameters");
        var adam = new Adam(new AdamOptions(), new AdamState(reader.ReadInt64(), [.. ReadNumbers(reader)], [.. ReadNumbers(reader)]));
        var average = new AveragedWeights(decay, ReadNumbers(reader));
        var (norm, points, best, cost) = (ReadNumber(reader), reader.ReadInt32(), ReadNumbers(reader), ReadNumber(reader));
        var panelFailures = reader.ReadInt32();
        var state = new TrainingState
        {
            Updates = updates,
            Elapsed = elapsed,
            Parameters = parameters,
            Adam = adam,
            Average = average,
            TypicalNorm = norm,
            CertifiedPoints = points,
            Best = best.Length == 0 ? null : best,
            BestOutcome = best.Length == 0 ? null : new PanelOutcome(cost, panelFailures, 0),
            Failures = reader.ReadInt32(),
        };
        var count = reader.ReadInt32();
        for (var index = 0; index < count; index++) state.Curve.Add(ReadProgress(reader));
        for (var kind = 0; kind < kinds; kind++) library.OfKind(kind).Import(ReadNumbers(reader));
        return state;
    }

    private static void Write(BinaryWriter writer, TrainingProgress point)
    {
        writer.Write(point.Elapsed.Ticks);
        writer.Write(point.Updates);
        Write(writer, point.Cost);
        Write(writer, point.CostGap);
        Write(writer, point.PanelCost);
        Write(writer, point.GradientNorm);
        writer.Write(point.Failures);
    }

    private static TrainingProgress ReadProgress(BinaryReader reader) => new(new TimeSpan(reader.ReadInt64()), reader.ReadInt32())
    {
        Cost = ReadNumber(reader),
        CostGap = ReadNumber(reader),
        PanelCost = ReadNumber(reader),
        GradientNorm = ReadNumber(reader),
        Failures = reader.ReadInt32(),
    };

    private static void Write(BinaryWriter writer, ReadOnlySpan<double> numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers) writer.Write(number);
    }

    private static double[] ReadNumbers(BinaryReader reader)
    {
        var numbers = new double[reader.ReadInt32()];
        for (var index = 0; index < numbers.Length; index++) numbers[index] = reader.ReadDouble();
        return numbers;
    }

    private static void Write(BinaryWriter writer, double? number)
    {
        writer.Write(number is not null);
        writer.Write(number ?? 0);
    }

    private static double? ReadNumber(BinaryReader reader)
    {
        var known = reader.ReadBoolean();
        var number = reader.ReadDouble();
        return known ? number : null;
    }

    private static Result<TrainingState> Refuse(string code, string path, string what) => Result.Failure<TrainingState>(Diagnostic.Error(
        "policy.checkpoint." + code,
        $"the checkpoint {what}",
        new DiagnosticLocation(Source: path),
        "train into another folder, or without resuming"));
}
