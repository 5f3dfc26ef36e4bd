using System.Collections.Immutable;
using System.Security.Cryptography;
using NlOpt.Modeling;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Weights;

/// <summary>What the embedded reader has learned: made by training, stored in one file, immutable.</summary>
public sealed class ReaderWeights
{
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly Lazy<ReaderWeights> Everyday = new(() => LoadEmbedded("reader.weights"));
    private static readonly Lazy<ReaderWeights> Measuring = new(() => LoadEmbedded("reader.train.weights"));

    private ReaderWeights(ReaderModels models, string sha256)
    {
        Models = models;
        Sha256 = sha256;
    }

    /// <summary>The weights for use: trained on all labelled data. Loaded on first use.</summary>
    /// <exception cref="InvalidOperationException">This build carries none, or damaged ones.</exception>
    public static ReaderWeights Default => Everyday.Value;

    /// <summary>The weights for measuring: trained on the train split alone, so that scores on the dev split are out of sample.</summary>
    /// <exception cref="InvalidOperationException">This build carries none, or damaged ones.</exception>
    public static ReaderWeights TrainSplitOnly => Measuring.Value;

    /// <summary>SHA-256 of the file, in lower-case hexadecimal digits; results name it.</summary>
    public string Sha256 { get; }

    /// <summary>The data they were trained on, so that scores on the same data can be labelled; empty when the file does not say.</summary>
    public ImmutableArray<TrainingData> TrainedOn => Models.TrainedOn;

    internal ReaderModels Models { get; }

    /// <summary>Reads a file of weights to its end.</summary>
    /// <param name="stream">The file; left open.</param>
    /// <returns>The weights, or <c>weights.damaged</c> with what is wrong with the file.</returns>
    public static Result<ReaderWeights> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (copy.Length + read > MostBytes) return Damaged($"it is larger than {MostBytes / 1024 / 1024} MB");
            copy.Write(buffer, 0, read);
        }

        return Load(copy.ToArray());
    }

    internal static Result<ReaderWeights> Load(byte[] bytes)
    {
        try
        {
            return Result.Success(new ReaderWeights(WeightsFormat.Read(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }
        catch (InvalidDataException exception)
        {
            return Damaged(exception.Message);
        }
    }

    private static Result<ReaderWeights> Damaged(string reason) => Result.Failure<ReaderWeights>(Diagnostic.Error(
        "weights.damaged", $"the weights of the reader cannot be used: {reason}", remedy: "train them again with 'nlopt train-reader'"));

    private static ReaderWeights LoadEmbedded(string resource)
    {
        using var stream = typeof(ReaderWeights).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("This build carries no weights of the reader: train them with 'nlopt train-reader' and build again.");
        return Load(stream).Value;
    }
}
