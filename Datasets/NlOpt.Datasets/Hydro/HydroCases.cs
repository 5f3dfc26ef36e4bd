using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Datasets.Hydro;

/// <summary>Finds hydrothermal cases by name or by folder.</summary>
public static class HydroCases
{
    /// <summary>The case that is part of the program: four reservoirs, three buses, generated inflows.</summary>
    public const string Valley = "valley";

    /// <summary>The Bolivian system with the conventions of the published benchmark: weeks, 0.6 of the load, 126 stages, 96 reported.</summary>
    public const string Bolivia = "bolivia";

    private static readonly HydroCaseOptions BoliviaOptions = new() { StageHours = 168, LoadFactor = 0.6, StageCount = 126, ReportedStages = 96 };

    private static readonly ImmutableDictionary<string, string> BoliviaChecksums = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("PowerModels.json", "1ff598447957f9fc17ca570415bf5b9b5b14e1292ea3bd3163db0ad79911a782"),
        KeyValuePair.Create("hydro.json", "b25ce1c7bafcfaf907091dcd1007949c79a79974c9a33020b2587400d756b29a"),
        KeyValuePair.Create("inflows.csv", "5afb275dff3fc879e3e93b6510b81295834faad0bcd2bd1fc070a8e3e6653c77"),
    ]);

    /// <summary>Cases of the data folder, below <c>lthd</c>.</summary>
    private static readonly ImmutableArray<string> DataNames =
        [Bolivia, "case3", "case3deterministic", "case3deterministic_nowater", "case3deterministic_overwater", "brasil_4"];

    /// <summary>The names that <see cref="Open"/> knows.</summary>
    public static ImmutableArray<string> Names { get; } = [Valley, .. DataNames];

    /// <summary>Opens a case.</summary>
    /// <param name="nameOrFolder">One of <see cref="Names"/>, else the path of a folder; write <c>./valley</c> for a folder with such a name.</param>
    /// <param name="data">The data folder; null where there is none, and only <see cref="Valley"/> and folders can be opened.</param>
    /// <returns>
    /// The case, with the information <c>data.checksum</c> when a file of Bolivia is not the published one; or <c>hydro.unknown-case</c>,
    /// <c>data.not-found</c> or another error of <see cref="HydroCaseLoader.LoadFolder"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static Result<LoadedHydroCase> Open(string nameOrFolder, DataFolder? data)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrFolder);
        if (nameOrFolder == Valley) return HydroCaseLoader.LoadEmbedded(Valley);
        if (!DataNames.Contains(nameOrFolder))
            return Directory.Exists(nameOrFolder)
                ? HydroCaseLoader.LoadFolder(nameOrFolder)
                : Result.Failure<LoadedHydroCase>(Diagnostic.Error(
                    "hydro.unknown-case",
                    $"there is no case and no folder '{nameOrFolder}'",
                    remedy: $"name a folder or one of {string.Join(", ", Names)}"));
        if (data is null)
            return Result.Failure<LoadedHydroCase>(Diagnostic.Error(
                "data.not-found",
                $"the case '{nameOrFolder}' lies in the data folder, which was not found",
                remedy: $"set {DataFolder.EnvironmentVariable} to the data folder, or use the case {Valley}, which needs none"));
        var folder = data.PathOf("lthd", nameOrFolder);
        return nameOrFolder == Bolivia ? Compare(HydroCaseLoader.LoadFolder(folder, BoliviaOptions), folder) : HydroCaseLoader.LoadFolder(folder);
    }

    private static Result<LoadedHydroCase> Compare(Result<LoadedHydroCase> loaded, string folder)
    {
        if (!loaded.TryGetValue(out var hydroCase)) return loaded;
        var files = hydroCase.Files
            .Select(file => file with { IsPublished = BoliviaChecksums.GetValueOrDefault(file.Name) == file.Sha256 }).ToImmutableArray();
        var others = files.Where(file => file.IsPublished == false).Select(file => new Diagnostic(
            "data.checksum", DiagnosticSeverity.Information,
            "the file differs from the published one: results cannot be compared with published figures",
            new DiagnosticLocation(Source: Path.Combine(folder, file.Name))));
        return Result.Success(hydroCase with { Files = files }, [.. others]);
    }
}
