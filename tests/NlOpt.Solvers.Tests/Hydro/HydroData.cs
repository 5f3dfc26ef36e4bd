using NlOpt.Datasets;
using NlOpt.Datasets.Hydro;
using NlOpt.Modeling;
using NlOpt.Policies.Hydro;
using Xunit;

namespace NlOpt.Solvers.Tests.Hydro;

/// <summary>The cases of the data folder; a test that asks for one is skipped with the reason where there is none.</summary>
internal static class HydroData
{
    private static Result<DataFolder> Folder { get; } =
        DataFolder.Find(Environment.GetEnvironmentVariable(DataFolder.EnvironmentVariable), AppContext.BaseDirectory);

    public static HydroCase Open(string name) => Load(name).Case;

    public static LoadedHydroCase Load(string name)
    {
        var data = Folder.TryGetValue(out var folder) ? folder : null;
        Skip.If(data is null && name != HydroCases.Valley, data is null ? Folder.Diagnostics[0].ToString() : "");
        return HydroCases.Open(name, data).Value;
    }

    public static string ReadText(params string[] parts)
    {
        Skip.If(!Folder.IsSuccess, Folder.IsSuccess ? "" : Folder.Diagnostics[0].ToString());
        return File.ReadAllText(Folder.Value.PathOf(parts));
    }
}
