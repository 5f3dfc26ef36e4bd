using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NlOpt.Modeling;
using NlOpt.Understanding.Weights;

namespace NlOpt.Evaluation;

/// <summary>
/// A folder of weights, one file a fold (<c>fold-0.weights</c>, ...), with <c>folds.json</c> that says what they were trained on, so that a
/// cross-validation need not train again and never measures with weights of something else unawares.
/// </summary>
public sealed class FoldFolder
{
    private const int Version = 1;
    private const string ManifestName = "folds.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    private readonly ImmutableSortedDictionary<int, string> _checksums;

    private FoldFolder(string path, FoldRecipe recipe, ImmutableSortedDictionary<int, string> checksums)
    {
        (Path, Recipe, _checksums) = (path, recipe, checksums);
    }

    private sealed record Manifest(int Version, FoldRecipe Recipe, ImmutableSortedDictionary<int, string> Weights);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What its weights were trained with.</summary>
    public FoldRecipe Recipe { get; }

    /// <summary>The folds that have weights, ascending.</summary>
    public ImmutableArray<int> Trained => [.. _checksums.Keys];

    /// <summary>A folder without weights yet; nothing is written before the first fold is.</summary>
    public static FoldFolder Empty(string path, FoldRecipe recipe)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(recipe);
        return new FoldFolder(path, recipe, ImmutableSortedDictionary<int, string>.Empty);
    }

    /// <summary>Opens a folder.</summary>
    /// <param name="path">The folder; its content is untrusted.</param>
    /// <returns>The folder, or the errors <c>folds.none</c> for one without manifest and <c>folds.manifest</c> for a damaged one.</returns>
    public static Result<FoldFolder> Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = System.IO.Path.Combine(path, ManifestName);
        try
        {
            var manifest = JsonSerializer.Deserialize<Manifest>(File.ReadAllText(file), Options);
            return manifest is null || manifest.Version != Version || manifest.Recipe.Data.IsDefault
                ? Damaged($"it is no list of folds of version {Version}")
                : Result.Success(new FoldFolder(path, manifest.Recipe, manifest.Weights));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Result.Failure<FoldFolder>(Diagnostic.Error(
                "folds.none", $"there are no fold weights in '{path}'", remedy: "train them with 'nlopt eval cross --train'"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return Damaged(exception.Message);
        }

        Result<FoldFolder> Damaged(string reason) => Result.Failure<FoldFolder>(Diagnostic.Error(
            "folds.manifest", $"the list of fold weights cannot be used: {reason}", new DiagnosticLocation(Source: file), "train the folds again"));
    }

    /// <summary>Writes the weights of a fold and then the manifest; each file is replaced whole or not at all.</summary>
    /// <param name="fold">The fold, from 0.</param>
    /// <param name="weights">The content of a weights file.</param>
    /// <returns>The folder with that fold, or the error <c>data.unwritable</c>.</returns>
    public Result<FoldFolder> Save(int fold, byte[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(fold);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fold, Recipe.Folds);
        var saved = new FoldFolder(Path, Recipe, _checksums.SetItem(fold, Checksum(weights)));
        var written = ReportFile.Write(FileOf(fold), weights);
        if (written.IsSuccess) written = ReportFile.Write(System.IO.Path.Combine(Path, ManifestName), JsonSerializer.Serialize(new Manifest(Version, Recipe, saved._checksums), Options));
        return written.IsSuccess ? Result.Success(saved) : Result.Failure<FoldFolder>(written.Diagnostics);
    }

    /// <summary>The weights of a fold.</summary>
    /// <param name="fold">The fold, from 0.</param>
    /// <returns>
    /// The weights, or the errors <c>folds.missing</c> for a fold that was not trained, <c>folds.damaged</c> for a file that is not the one that
    /// was trained, and those of <see cref="ReaderWeights.Load(Stream)"/>.
    /// </returns>
    public Result<ReaderWeights> Load(int fold)
    {
        if (!_checksums.TryGetValue(fold, out var expected))
            return Failure("folds.missing", $"fold {fold.ToString(CultureInfo.InvariantCulture)} was not trained");
        try
        {
            var bytes = File.ReadAllBytes(FileOf(fold));
            return Checksum(bytes) == expected
                ? ReaderWeights.Load(new MemoryStream(bytes))
                : Failure("folds.damaged", "the file is not the one that was trained");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failure("folds.damaged", exception.Message);
        }

        Result<ReaderWeights> Failure(string code, string message) => Result.Failure<ReaderWeights>(Diagnostic.Error(
            code, message, new DiagnosticLocation(Source: FileOf(fold)), "train it with 'nlopt eval cross --train'"));
    }

    private static string Checksum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private string FileOf(int fold) => System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"fold-{fold}.weights"));
}
