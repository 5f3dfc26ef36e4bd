using System.Security.Cryptography;
using FluentAssertions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Weights;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class WeightsFormatTests
{
    private static readonly byte[] Bytes = WeightsFormat.Write(TinyModels());

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        var models = WeightsFormat.Read(Bytes);
        models.TrainedOn.Should().Equal(new TrainingData("own/tiny", "abc"));
        models.Calibration.Shares.Should().Equal(0.1, 0.9);
        models.NamePair.Probability([5]).Should().BeApproximately(1 / (1 + Math.Exp(-0.5)), 1e-4, "weights are rounded to 16 bits");
        models.NamePair.Probability([6]).Should().Be(0.5, "unknown features weigh nothing");
        WeightsFormat.Write(models).Should().Equal(Bytes);
    }

    [Fact]
    public void Loaded_weights_name_their_hash()
    {
        using var stream = new MemoryStream(Bytes);
        var weights = ReaderWeights.Load(stream).Value;
        weights.Sha256.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Bytes)));
        weights.TrainedOn.Should().ContainSingle().Which.Name.Should().Be("own/tiny");
    }

    [Fact]
    public void Cut_files_are_refused()
    {
        for (var length = 0; length < Bytes.Length; length++)
            Load(Bytes[..length]).Should().Be("weights.damaged", "{0} of {1} bytes are too few", length, Bytes.Length);
    }

    [Fact]
    public void Longer_files_are_refused() => Load([.. Bytes, 0]).Should().Be("weights.damaged");

    [Fact]
    public void Other_files_are_refused()
    {
        Load([]).Should().Be("weights.damaged");
        Load([.. Enumerable.Repeat((byte)0xFF, 5000)]).Should().Be("weights.damaged");
        Load([.. Bytes[..4], 99, 0, 0, 0, .. Bytes[8..]]).Should().Be("weights.damaged", "the version is another");
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_read_but_never_thrown_over()
    {
        // Where a weight itself is changed nobody can tell; the structure around it must be checked.
        for (var position = 0; position < Bytes.Length; position++)
        {
            var damaged = (byte[])Bytes.Clone();
            damaged[position] ^= 0x5A;
            FluentActions.Invoking(() => ReaderWeights.Load(damaged)).Should().NotThrow("byte {0} was changed", position);
        }
    }

    private static ReaderModels TinyModels()
    {
        LinearModel Model(int classes) => new(classes, [5, 70_000, 4_000_000_000], [.. Enumerable.Range(0, 3 * classes).Select(index => index == 0 ? 0.5f : (index % 5 - 2) / 4f)]);
        Tagger Pass() => new(Model(Tag.Count), [.. Enumerable.Range(0, (Tag.Count + 1) * Tag.Count).Select(index => (float)index)]);
        return new ReaderModels
        {
            TrainedOn = [new TrainingData("own/tiny", "abc")],
            Tagger = new TwoPassTagger(Pass(), Pass()),
            NamePair = Model(1),
            Decisions = new DecisionModels
            {
                RoleFirst = Model(4), RoleSecond = Model(4), AttachmentFirst = Model(1), AttachmentSecond = Model(1), ColumnPair = Model(1), Objective = Model(1),
                Limit = Model(1), Operator = Model(1), Sides = Model(1), Anchor = Model(1),
            },
            Global = GlobalWeights.Default,
            Calibration = new Calibration(new double[ConfidenceFactors.Count], [0, 1], [0.1, 0.9]),
        };
    }

    private static string Load(byte[] bytes)
    {
        var loaded = ReaderWeights.Load(bytes);
        return loaded.IsSuccess ? "read" : loaded.Diagnostics[0].Code;
    }
}
