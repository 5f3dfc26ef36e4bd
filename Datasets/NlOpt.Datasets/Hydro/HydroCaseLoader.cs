using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Modeling;
using NlOpt.Policies.Hydro;

namespace NlOpt.Datasets.Hydro;

/// <summary>
/// Reads a case from PowerModels.json, hydro.json, inflows.csv and, where it is there, scenarioprobability.csv. Everything in them is
/// untrusted; the first fault of a file ends the reading with file, line or JSON path, field and remedy.
/// </summary>
public static class HydroCaseLoader
{
    private const string Network = "PowerModels.json";
    private const string Water = "hydro.json";
    private const string Inflows = "inflows.csv";
    private const string Probabilities = "scenarioprobability.csv";

    /// <summary>Reads a case from a folder; the case bears the name of the folder.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="options">What goes before the settings of the files; null for nothing.</param>
    /// <returns>
    /// The case; or <c>data.not-found</c>, <c>data.too-large</c>, <c>data.unreadable</c>, <c>data.empty</c>, <c>data.encoding</c>,
    /// <c>data.json</c>, <c>data.shape</c> (a field is missing or of the wrong type), <c>data.range</c>, <c>data.columns</c>,
    /// <c>data.duplicate-index</c>, <c>data.unknown-reference</c>, <c>data.cycle</c>, <c>data.unsupported</c>.
    /// </returns>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public static Result<LoadedHydroCase> LoadFolder(string folder, HydroCaseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
            return Result.Failure<LoadedHydroCase>(Diagnostic.Error(
                "data.not-found", $"there is no folder '{folder}'", remedy: "name the folder of a case"));
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return Load(
            name.Length > 0 ? name : "case",
            file => CaseFile.Read(Path.Combine(folder, file)),
            File.Exists(Path.Combine(folder, Probabilities)),
            options ?? new HydroCaseOptions());
    }

    /// <summary>Reads the case that is part of this assembly.</summary>
    internal static Result<LoadedHydroCase> LoadEmbedded(string name) => Load(
        name,
        file =>
        {
            using var stream = typeof(HydroCaseLoader).Assembly.GetManifestResourceStream($"{name}/{file}")!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return CaseFile.Decode($"{name}/{file}", copy.ToArray());
        },
        hasProbabilities: false,
        new HydroCaseOptions());

    private static Result<LoadedHydroCase> Load(string name, Func<string, Result<CaseFile>> open, bool hasProbabilities, HydroCaseOptions options)
    {
        ImmutableArray<string> names = hasProbabilities ? [Network, Water, Inflows, Probabilities] : [Network, Water, Inflows];
        var opened = names.ToImmutableDictionary(file => file, open);
        var faults = names.SelectMany(file => opened[file].Diagnostics).ToImmutableArray();
        if (faults.Length > 0) return Result.Failure<LoadedHydroCase>(faults);
        CaseFile File(string file) => opened[file].Value;

        var network = File(Network).Parse(PowerModelsReader.Read);
        if (!network.TryGetValue(out var power)) return Result.Failure<LoadedHydroCase>(network.Diagnostics);
        var hydro = File(Water).Parse(text => HydroReader.Read(text, power.Generators));
        if (!hydro.TryGetValue(out var water)) return Result.Failure<LoadedHydroCase>(hydro.Diagnostics);
        ImmutableArray<NumberTable.Row>? rows = null;
        if (hasProbabilities)
        {
            var probabilities = File(Probabilities).Parse(InflowReader.ReadProbabilities);
            if (!probabilities.TryGetValue(out var given)) return Result.Failure<LoadedHydroCase>(probabilities.Diagnostics);
            rows = given;
        }

        var table = File(Inflows).Parse(text => InflowReader.ReadInflows(text, water.Reservoirs.Length, rows));
        if (!table.TryGetValue(out var inflows)) return Result.Failure<LoadedHydroCase>(table.Diagnostics);
        var stages = options.StageCount ?? water.Settings.StageCount ?? inflows.Rows.Length;
        var reported = options.ReportedStages ?? water.Settings.ReportedStages ?? stages;
        if (reported > stages)
            return Result.Failure<LoadedHydroCase>(Diagnostic.Error(
                "data.range",
                string.Create(CultureInfo.InvariantCulture, $"reported_stages is {reported}, more than the {stages} stages"),
                new DiagnosticLocation(Source: File(Water).Source),
                "report at most all stages"));
        var hydroCase = new HydroCase(name, power.Buses, power.Branches, [.. power.Generators.All], power.Loads, water.Reservoirs, inflows)
        {
            BaseMegawatts = power.BaseMegawatts,
            DeficitCost = power.DeficitCost,
            StageHours = options.StageHours ?? water.Settings.StageHours ?? 1,
            LoadFactor = options.LoadFactor ?? water.Settings.LoadFactor ?? 1,
            StageCount = stages,
            ReportedStages = reported,
        };
        return Result.Success(new LoadedHydroCase(hydroCase, [.. names.Select(file => new HydroCaseFile(file, File(file).Sha256, null))]));
    }
}
