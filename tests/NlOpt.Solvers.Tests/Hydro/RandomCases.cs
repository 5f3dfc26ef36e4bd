using System.Collections.Immutable;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Solvers.Tests.Hydro;

/// <summary>Cases of one bus, K = 1, reservoirs joined in any way; hydro power never exceeds the demand: any outflow is possible.</summary>
internal static class RandomCases
{
    public static HydroCase Draw(RandomNumbers random)
    {
        var count = 1 + random.NextIndex(6);
        var reservoirs = Enumerable.Range(0, count).Select(index =>
        {
            var reservoir = Reservoir(index, random.NextIndex(4) == 0 ? 0 : 20 * random.NextUniform(), 8 * random.NextUniform());
            var minimums = random.NextIndex(3) == 0;
            return reservoir with
            {
                LowestVolume = minimums ? reservoir.HighestVolume * random.NextUniform() : 0,
                VolumeViolationCost = 10,
                LowestOutflow = minimums ? reservoir.HighestOutflow * random.NextUniform() : 0,
                OutflowViolationCost = 10,
                TurbineDownstream = Below(index),
                SpillDownstream = Below(index),
            };
        }).ToImmutableArray();
        return Of(reservoirs, [.. Enumerable.Range(0, 4).Select(_ => reservoirs.Select(_ => 5 * random.NextUniform()).ToArray())]);

        // Water runs from high positions to low ones: the cascade is not in the order of the case.
        int? Below(int index) => index == 0 || random.NextIndex(4) == 0 ? null : random.NextIndex(index);
    }

    public static Reservoir Reservoir(int index, double highestVolume, double highestOutflow) => new()
    {
        Number = index,
        Name = $"reservoir {index}",
        Generator = index,
        ProductionFactor = 1,
        HighestVolume = highestVolume,
        InitialVolume = highestVolume / 2,
        HighestOutflow = highestOutflow,
    };

    public static HydroCase Of(ImmutableArray<Reservoir> reservoirs, double[][]? inflows = null) => new(
        "random",
        [new Bus(1, null, true)],
        [],
        [
            .. reservoirs.Select(reservoir => new Generator(reservoir.Number, null, 0, 0, reservoir.HighestOutflow, 0)),
            new Generator(100, null, 0, 0, 1000, 5),
        ],
        [new Load(0, 200)],
        reservoirs,
        new InflowTable([NoiseDistribution.Of(inflows ?? [new double[reservoirs.Length]])]))
    {
        BaseMegawatts = 1,
        DeficitCost = 1000,
        StageHours = 1 / 0.0036,
        StageCount = 3,
        ReportedStages = 3,
    };
}
