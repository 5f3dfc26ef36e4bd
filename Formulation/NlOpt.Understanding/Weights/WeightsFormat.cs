using System.Collections.Immutable;
using System.Text;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;

namespace NlOpt.Understanding.Weights;

/// <summary>
/// The file of the reader's weights: "NLOW", a version, what they were trained on, then the models. Features are sorted hashes stored as differences; weights are
/// rounded to 16 bits (8 for the tagger) of their largest; rows of zeros are left out. Little-endian throughout.
/// </summary>
internal static class WeightsFormat
{
    /// <summary>Version of the layout and of the features: raised when either changes, so that old weights are refused.</summary>
    public const int Version = 2;

    private const string Magic = "NLOW";
    private const int MostFeatures = 5_000_000;

    /// <summary>Writes models.</summary>
    public static byte[] Write(ReaderModels models)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Encoding.ASCII.GetBytes(Magic));
            writer.Write(Version);
            writer.Write7BitEncodedInt(models.TrainedOn.Length);
            foreach (var (name, sha256) in models.TrainedOn)
            {
                writer.Write(name);
                writer.Write(sha256);
            }

            WriteTagger(writer, models.Tagger.First);
            WriteTagger(writer, models.Tagger.Second);
            WriteModel(writer, models.NamePair, short.MaxValue);
            foreach (var model in ModelsOf(models.Decisions)) WriteModel(writer, model, short.MaxValue);
            foreach (var weight in models.Global.Values) writer.Write(weight);
            models.Calibration.Write(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Reads models.</summary>
    /// <exception cref="InvalidDataException">The bytes are no weights of this version.</exception>
    public static ReaderModels Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray());
            using var reader = new BinaryReader(stream);
            if (Encoding.ASCII.GetString(reader.ReadBytes(4)) != Magic) throw new InvalidDataException("these are no reader weights");
            var version = reader.ReadInt32();
            if (version != Version) throw new InvalidDataException($"these weights have version {version}, this reader needs {Version}: train them again");
            var dataCount = reader.Read7BitEncodedInt();
            if (dataCount is < 0 or > 100) throw new InvalidDataException("the reader weights are damaged");
            var trainedOn = Enumerable.Range(0, dataCount).Select(_ => new TrainingData(reader.ReadString(), reader.ReadString())).ToImmutableArray();
            var tagger = new TwoPassTagger(ReadTagger(reader), ReadTagger(reader));
            var namePair = ReadModel(reader);
            var decisions = new DecisionModels
            {
                RoleFirst = ReadModel(reader),
                RoleSecond = ReadModel(reader),
                AttachmentFirst = ReadModel(reader),
                AttachmentSecond = ReadModel(reader),
                ColumnPair = ReadModel(reader),
                Objective = ReadModel(reader),
                Limit = ReadModel(reader),
                Operator = ReadModel(reader),
                Sides = ReadModel(reader),
                Anchor = ReadModel(reader),
            };
            var global = new double[GlobalWeights.Names.Length];
            for (var index = 0; index < global.Length; index++) global[index] = reader.ReadDouble();
            var models = new ReaderModels
            {
                TrainedOn = trainedOn,
                Tagger = tagger,
                NamePair = namePair,
                Decisions = decisions,
                Global = new GlobalWeights(global),
                Calibration = Calibration.Read(reader),
            };
            return stream.Position == stream.Length ? models : throw new InvalidDataException("the reader weights go on after their end: the file is damaged");
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("the reader weights end too early: the file is damaged", exception);
        }
        catch (FormatException exception)
        {
            throw new InvalidDataException("the reader weights are damaged", exception);
        }
    }

    private static LinearModel[] ModelsOf(DecisionModels models) =>
    [
        models.RoleFirst, models.RoleSecond, models.AttachmentFirst, models.AttachmentSecond, models.ColumnPair, models.Objective, models.Limit,
        models.Operator, models.Sides, models.Anchor,
    ];

    private static void WriteTagger(BinaryWriter writer, Tagger tagger)
    {
        WriteModel(writer, tagger.Emissions, sbyte.MaxValue);
        foreach (var weight in tagger.Transitions) writer.Write(weight);
    }

    private static Tagger ReadTagger(BinaryReader reader)
    {
        var emissions = ReadModel(reader);
        var transitions = new float[(Tag.Count + 1) * Tag.Count];
        for (var index = 0; index < transitions.Length; index++) transitions[index] = reader.ReadSingle();
        return new Tagger(emissions, transitions);
    }

    private static void WriteModel(BinaryWriter writer, LinearModel model, int steps)
    {
        var largest = 0f;
        foreach (var weight in model.Weights) largest = Math.Max(largest, Math.Abs(weight));
        var scale = largest == 0 ? 1 : largest / steps;
        var rows = new List<(uint Feature, int[] Levels)>();
        for (var row = 0; row < model.Features.Length; row++)
        {
            var levels = new int[model.ClassCount];
            for (var label = 0; label < levels.Length; label++) levels[label] = (int)Math.Round(model.Weights[row * model.ClassCount + label] / scale);
            if (Array.Exists(levels, level => level != 0)) rows.Add((model.Features[row], levels));
        }

        rows.Sort((left, right) => left.Feature.CompareTo(right.Feature));
        writer.Write7BitEncodedInt(model.ClassCount);
        writer.Write7BitEncodedInt(rows.Count);
        writer.Write(steps == sbyte.MaxValue);
        writer.Write(scale);
        uint previous = 0;
        foreach (var (feature, levels) in rows)
        {
            writer.Write7BitEncodedInt64(feature - previous);
            previous = feature;
            if (levels.Length > 1) writer.Write((ushort)levels.Select((level, label) => level != 0 ? 1 << label : 0).Sum());
            foreach (var level in levels)
            {
                if (level == 0 && levels.Length > 1) continue;
                if (steps == sbyte.MaxValue) writer.Write((sbyte)level);
                else writer.Write((short)level);
            }
        }
    }

    private static LinearModel ReadModel(BinaryReader reader)
    {
        var classes = reader.Read7BitEncodedInt();
        var count = reader.Read7BitEncodedInt();
        if (classes is < 1 or > 16 || count is < 0 or > MostFeatures) throw new InvalidDataException("the reader weights are damaged");
        var isByte = reader.ReadBoolean();
        var scale = reader.ReadSingle();
        var features = new uint[count];
        var weights = new float[count * classes];
        uint previous = 0;
        for (var row = 0; row < count; row++)
        {
            unchecked
            {
                previous += (uint)reader.Read7BitEncodedInt64();
            }

            features[row] = previous;
            var present = classes > 1 ? reader.ReadUInt16() : 1;
            for (var label = 0; label < classes; label++)
                if ((present & (1 << label)) != 0) weights[row * classes + label] = scale * (isByte ? reader.ReadSByte() : reader.ReadInt16());
        }

        return new LinearModel(classes, features, weights);
    }
}
