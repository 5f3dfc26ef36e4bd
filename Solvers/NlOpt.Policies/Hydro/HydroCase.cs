namespace NlOpt.Policies.Hydro;

/// <summary>
/// A hydrothermal dispatch case: reservoirs in a cascade, thermal plants, an electric network, a constant demand and uncertain inflows.
/// docs/reference/hydro-cases.md tells the files it comes from, units and conventions.
/// </summary>
public sealed record HydroCase
{
    /// <summary>Makes a case.</summary>
    /// <exception cref="ArgumentException">Something refers to what is not there, or water would run in a circle.</exception>
    public HydroCase(
        string name, ImmutableArray<Bus> buses, ImmutableArray<Branch> branches, ImmutableArray<Generator> generators, ImmutableArray<Load> loads,
        ImmutableArray<Reservoir> reservoirs, InflowTable inflows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(inflows);
        if (buses.IsDefaultOrEmpty || reservoirs.IsDefaultOrEmpty) throw new ArgumentException("A case has at least one bus and one reservoir.");
        if (branches.Any(branch => !Holds(buses, branch.FromBus) || !Holds(buses, branch.ToBus) || branch.FromBus == branch.ToBus))
            throw new ArgumentException("A branch joins two different buses of the case.", nameof(branches));
        if (generators.Any(generator => !Holds(buses, generator.Bus)))
            throw new ArgumentException("A generator stands at a bus of the case.", nameof(generators));
        if (loads.Any(load => !Holds(buses, load.Bus))) throw new ArgumentException("A load lies at a bus of the case.", nameof(loads));
        if (reservoirs.Any(reservoir => !Holds(generators, reservoir.Generator))
            || reservoirs.DistinctBy(reservoir => reservoir.Generator).Count() < reservoirs.Length)
            throw new ArgumentException("Each reservoir drives a generator of its own.", nameof(reservoirs));
        if (inflows.Rows[0].Dimension != reservoirs.Length)
            throw new ArgumentException($"The inflows are for {inflows.Rows[0].Dimension} reservoirs, not {reservoirs.Length}.", nameof(inflows));
        var cascade = Cascade.Of(reservoirs);
        if (!cascade.TryGetValue(out var order)) throw new ArgumentException(cascade.Diagnostics[0].Message, nameof(reservoirs));
        (Name, Inflows, Cascade) = (name, inflows, order);
        (Buses, Branches, Generators, Loads, Reservoirs) = (buses, branches, generators, loads, reservoirs);
    }

    /// <summary>Its name; a word for file names and headings.</summary>
    public string Name { get; }

    /// <summary>The nodes of the network; at least one is the reference.</summary>
    public ImmutableArray<Bus> Buses { get; }

    /// <summary>The lines of the network.</summary>
    public ImmutableArray<Branch> Branches { get; }

    /// <summary>All plants; the ones that no reservoir drives are thermal.</summary>
    public ImmutableArray<Generator> Generators { get; }

    /// <summary>The demands.</summary>
    public ImmutableArray<Load> Loads { get; }

    /// <summary>The reservoirs; their order is that of inflows and of the state.</summary>
    public ImmutableArray<Reservoir> Reservoirs { get; }

    /// <summary>The inflows.</summary>
    public InflowTable Inflows { get; }

    /// <summary>How water runs from reservoir to reservoir.</summary>
    public Cascade Cascade { get; }

    /// <summary>MW of one per unit.</summary>
    /// <value>100.</value>
    public double BaseMegawatts { get; init; } = 100;

    /// <summary>Cost of one per unit of unserved demand during one stage, at least 0.</summary>
    public required double DeficitCost { get; init; }

    /// <summary>Length of a stage in hours, above 0. Costs are those of a stage and are not multiplied by it.</summary>
    /// <value>1.</value>
    public double StageHours { get; init; } = 1;

    /// <summary>What demands are multiplied with, at least 0.</summary>
    /// <value>1.</value>
    public double LoadFactor { get; init; } = 1;

    /// <summary>Number of stages, at least 1.</summary>
    public required int StageCount { get; init; }

    /// <summary>What reports sum up: the first so many stages, in [1, <see cref="StageCount"/>].</summary>
    public required int ReportedStages { get; init; }

    /// <summary>hm3 that a flow of one m3/s amounts to in one stage: K = 0.0036 times <see cref="StageHours"/>.</summary>
    public double VolumePerFlow => 0.0036 * StageHours;

    /// <summary>
    /// Most water through a turbine in m3/s: no more than the generator can use, even where the data allow the turbine a little more.
    /// </summary>
    /// <param name="reservoir">Index of the reservoir.</param>
    public double UsableOutflow(int reservoir)
    {
        var (turbine, generator) = (Reservoirs[reservoir], Generators[Reservoirs[reservoir].Generator]);
        return turbine.ProductionFactor > 0
            ? Math.Min(turbine.HighestOutflow, BaseMegawatts * generator.HighestPower / turbine.ProductionFactor)
            : turbine.HighestOutflow;
    }

    private static bool Holds<T>(ImmutableArray<T> all, int index) => index >= 0 && index < all.Length;
}
