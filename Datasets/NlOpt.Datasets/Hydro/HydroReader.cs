using System.Collections.Immutable;
using NlOpt.Policies.Hydro;

namespace NlOpt.Datasets.Hydro;

/// <summary>The water part of a case: hydro.json as HydroPowerModels.jl has it, with the optional settings that hydro-cases.md describes.</summary>
internal sealed record HydroReader(ImmutableArray<Reservoir> Reservoirs, HydroCaseOptions Settings)
{
    private const string TurbineLink = "downstream_turn";
    private const string SpillLink = "downstream_spill";

    // Two thousand years of weeks; more would only fill the memory.
    private const int MostStages = 100_000;

    public static HydroReader Read(string text, NumberedItems<Generator> generators) =>
        CaseValue.ReadDocument(text, root => Read(root, generators));

    private static HydroReader Read(CaseValue root, NumberedItems<Generator> generators)
    {
        var list = root.Field("Hydrogenerators");
        var links = new List<(CaseValue? Turbine, CaseValue? Spill)>();
        var items = new NumberedItems<Reservoir>("reservoir", list.Items(), sort: false, (number, value) =>
        {
            links.Add((Link(value, TurbineLink), Link(value, SpillLink)));
            return ReadReservoir(number, value, generators);
        });
        if (items.All.Count == 0) throw list.Wrong("holds no reservoir");
        var reservoirs = items.All.Select((reservoir, index) => reservoir with
        {
            TurbineDownstream = links[index].Turbine is { } turbine ? items.Find(turbine) : null,
            SpillDownstream = links[index].Spill is { } spill ? items.Find(spill) : null,
        }).ToImmutableArray();
        CheckUnique(list, reservoirs.Select(reservoir => reservoir.Name), "name");
        CheckUnique(list, reservoirs.Select(reservoir => generators.All[reservoir.Generator].Number), "index_grid");
        var cascade = Cascade.Of(reservoirs);
        if (!cascade.IsSuccess)
            throw list.Wrong($"{TurbineLink}, {SpillLink}: {cascade.Diagnostics[0].Message}", "data.cycle", cascade.Diagnostics[0].Remedy!);
        return new HydroReader(reservoirs, new HydroCaseOptions
        {
            StageHours = root.FieldOrNull("stage_hours")?.Number(double.Epsilon),
            LoadFactor = root.FieldOrNull("load_factor")?.Number(0),
            StageCount = root.FieldOrNull("stages")?.Whole(1, MostStages),
            ReportedStages = root.FieldOrNull("reported_stages")?.Whole(1),
        });
    }

    private static Reservoir ReadReservoir(int number, CaseValue value, NumberedItems<Generator> generators)
    {
        var (highestVolume, highestOutflow) = (value.Field("max_volume").Number(0), value.Field("max_turn").Number(0));
        if (value.FieldOrNull("final_volume") is { } final && final.Number() != 0)
            throw final.Wrong(
                "is not 0: volumes to be left at the end are not modelled", "data.unsupported", "set it to 0 and add stages that are not reported");
        var lowestVolume = value.FieldOrNull("min_volume")?.Number(0, highestVolume) ?? 0;
        var lowestOutflow = value.FieldOrNull("min_turn")?.Number(0, highestOutflow) ?? 0;
        return new Reservoir
        {
            Number = number,
            Name = value.FieldOrNull("name")?.Text() ?? $"hydro {number}",
            Generator = generators.Find(value.Field("index_grid")),
            ProductionFactor = value.Field("production_factor").Number(0),
            HighestVolume = highestVolume,
            InitialVolume = value.Field("initial_volume").Number(0, highestVolume),
            HighestOutflow = highestOutflow,
            LowestVolume = lowestVolume,
            VolumeViolationCost = ViolationCost(value, "minimal_volume_violation_cost", lowestVolume),
            LowestOutflow = lowestOutflow,
            OutflowViolationCost = ViolationCost(value, "minimal_outflow_violation_cost", lowestOutflow),
            SpillCost = value.FieldOrNull("spill_cost")?.Number(0) ?? 0,
        };
    }

    /// <summary>A minimum may be missed at a cost; where missing it were free, the minimum would say nothing.</summary>
    private static double ViolationCost(CaseValue reservoir, string name, double minimum)
    {
        if (minimum == 0) return reservoir.FieldOrNull(name)?.Number(0) ?? 0;
        var cost = reservoir.Field(name);
        return cost.Number(0) is > 0 and var price
            ? price
            : throw cost.Wrong("must be above 0 because there is a minimum", "data.range", "give the price of missing the minimum");
    }

    private static CaseValue? Link(CaseValue reservoir, string name)
    {
        var links = reservoir.FieldOrNull(name)?.Items().ToList() ?? [];
        return links.Count switch
        {
            0 => null,
            1 => links[0],
            _ => throw links[1].Wrong("is a second reservoir below: water goes to one only", "data.unsupported", "keep one of them"),
        };
    }

    private static void CheckUnique<T>(CaseValue list, IEnumerable<T> values, string field)
    {
        var seen = new HashSet<T>();
        var position = 0;
        foreach (var value in values)
        {
            if (!seen.Add(value))
                throw list.Wrong(
                    $"has '{value}' twice as {field}, the second time at [{position}]", "data.duplicate-index", "give each reservoir its own");
            position++;
        }
    }
}
