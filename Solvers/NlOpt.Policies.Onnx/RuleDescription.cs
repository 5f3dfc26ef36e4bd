using System.Globalization;
using System.Text.Json;

namespace NlOpt.Policies.Onnx;

/// <summary>What the metadata of an ONNX file tell of the decision rule in it; untrusted until compared with a problem.</summary>
/// <param name="Problem">Name of the problem it was trained for.</param>
/// <param name="Fingerprint">Its <see cref="ProblemFingerprint"/>.</param>
/// <param name="Network">Shape of the network.</param>
/// <param name="Features">What the rule sees, with the normalisation.</param>
/// <param name="Activation">How outputs become fractions.</param>
/// <param name="TargetMap">The map from fractions to targets with its constants, as JSON.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Version">Version of the program that wrote the file.</param>
public sealed record RuleDescription(
    string Problem, string Fingerprint, NetworkShape Network, RuleFeatures Features, FractionActivation Activation, string TargetMap, ulong Seed,
    string Version)
{
    private const string Format = "decision-rule-1";

    private const int MostNumbers = 1 << 12;

    /// <summary>The metadata of a file, in a fixed order.</summary>
    internal IEnumerable<KeyValuePair<string, string>> ToMetadata()
    {
        yield return new("nlopt.format", Format);
        yield return new("nlopt.version", Version);
        yield return new("nlopt.problem", Problem);
        yield return new("nlopt.fingerprint", Fingerprint);
        yield return new("nlopt.network", Network.ToString());
        yield return new("nlopt.normalisation", JsonSerializer.Serialize(Normalisation.Of(Features)));
        yield return new("nlopt.activation", JsonSerializer.Serialize(Activation));
        yield return new("nlopt.target_map", TargetMap);
        yield return new("nlopt.seed", Seed.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Reads the metadata of a file.</summary>
    /// <param name="metadata">Keys and values; untrusted.</param>
    /// <param name="source">Name of the file for messages.</param>
    internal static Result<RuleDescription> Of(IReadOnlyDictionary<string, string> metadata, string? source)
    {
        Result<RuleDescription> Refuse(string message) => Result.Failure<RuleDescription>(Diagnostic.Error(
            "onnx.not-a-rule", message, new DiagnosticLocation(Source: source), "export the policy again with this program"));
        string[] keys = ["format", "version", "problem", "fingerprint", "network", "normalisation", "activation", "target_map", "seed"];
        if (keys.FirstOrDefault(key => !metadata.ContainsKey("nlopt." + key)) is { } missing)
            return Refuse($"the ONNX model has no metadata 'nlopt.{missing}', so it is no decision rule of ours");
        string Of(string key) => metadata["nlopt." + key];
        if (Of("format") != Format) return Refuse($"the decision rule has the format '{Of("format")}', not '{Format}'");
        if (!NetworkShape.Parse(Of("network")).TryGetValue(out var shape))
            return Refuse($"'{Of("network")}' in its metadata is not the shape of a network");
        if (!ulong.TryParse(Of("seed"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            return Refuse("the seed in its metadata is no number");
        try
        {
            var features = JsonSerializer.Deserialize<Normalisation>(Of("normalisation"))?.ToFeatures();
            var activation = JsonSerializer.Deserialize<FractionActivation>(Of("activation"));
            if (features is null || activation is not { Stretch: >= 0 and < 1e6 })
                return Refuse("normalisation or activation in its metadata make no sense");
            return Result.Success(new RuleDescription(
                Of("problem"), Of("fingerprint"), shape, features, activation, Of("target_map"), seed, Of("version")));
        }
        catch (JsonException error)
        {
            return Refuse($"its metadata cannot be read: {error.Message}");
        }
    }

    /// <summary>The features as JSON.</summary>
    private sealed record Normalisation(
        double[] NoiseScale, double[] StateScale, int SeasonLength, int StageCount, int Harmonics, double[] EndLengths)
    {
        public static Normalisation Of(RuleFeatures features) => new(
            [.. features.NoiseScale], [.. features.StateScale], features.SeasonLength, features.StageCount, features.Harmonics,
            [.. features.EndLengths]);

        /// <summary>The features; null when they make no sense.</summary>
        public RuleFeatures? ToFeatures()
        {
            static bool Fits(double[]? numbers) =>
                numbers is { Length: <= MostNumbers } && numbers.All(number => number > 0 && double.IsFinite(number));
            if (!Fits(NoiseScale) || !Fits(StateScale) || !Fits(EndLengths) || StateScale.Length == 0) return null;
            if (SeasonLength < 1 || StageCount < 1 || Harmonics is < 0 or > MostNumbers) return null;
            return new RuleFeatures
            {
                NoiseScale = [.. NoiseScale],
                StateScale = [.. StateScale],
                SeasonLength = SeasonLength,
                StageCount = StageCount,
                Harmonics = Harmonics,
                EndLengths = [.. EndLengths],
            };
        }
    }
}
