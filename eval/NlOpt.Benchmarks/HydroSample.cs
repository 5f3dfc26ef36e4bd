using NlOpt.Datasets;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;

namespace NlOpt.Benchmarks;

/// <summary>The hydrothermal problem that policies are timed on: Bolivia where the data are, else the valley that ships with the product.</summary>
internal static class HydroSample
{
    /// <summary>Reads the case; <see cref="MultistageProblem.Name"/> tells which it is.</summary>
    public static MultistageProblem Problem()
    {
        var data = DataFolder.Find(Environment.GetEnvironmentVariable(DataFolder.EnvironmentVariable), AppContext.BaseDirectory);
        if (data.TryGetValue(out var folder) && HydroCases.Open(HydroCases.Bolivia, folder).TryGetValue(out var bolivia)) return HydroProblem.Of(bolivia.Case);
        Console.WriteLine("There are no Bolivian data here, so the valley is timed instead.");
        return HydroProblem.Of(HydroCases.Open(HydroCases.Valley, null).Value.Case);
    }
}
