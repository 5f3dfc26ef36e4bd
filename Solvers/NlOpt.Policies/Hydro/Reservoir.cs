namespace NlOpt.Policies.Hydro;

/// <summary>A reservoir with its turbine. Volumes are in hm3, flows in m3/s, all at least 0.</summary>
public sealed record Reservoir
{
    /// <summary>Its number in the case files; unique within the case.</summary>
    public required int Number { get; init; }

    /// <summary>Its name; unique within the case.</summary>
    public required string Name { get; init; }

    /// <summary>Index of the generator it drives in <see cref="HydroCase.Generators"/>.</summary>
    public required int Generator { get; init; }

    /// <summary>Power in MW for each m3/s through the turbine.</summary>
    public required double ProductionFactor { get; init; }

    /// <summary>Most water it holds; 0 for a plant that only uses what flows in.</summary>
    public required double HighestVolume { get; init; }

    /// <summary>Water before the first stage, at most <see cref="HighestVolume"/>.</summary>
    public required double InitialVolume { get; init; }

    /// <summary>Most water through the turbine.</summary>
    public required double HighestOutflow { get; init; }

    /// <summary>Water that should stay, at most <see cref="HighestVolume"/>; less costs <see cref="VolumeViolationCost"/>.</summary>
    /// <value>0.</value>
    public double LowestVolume { get; init; }

    /// <summary>Cost of each hm3 below <see cref="LowestVolume"/>.</summary>
    /// <value>0.</value>
    public double VolumeViolationCost { get; init; }

    /// <summary>Least water through the turbine, at most <see cref="HighestOutflow"/>; less costs <see cref="OutflowViolationCost"/>.</summary>
    /// <value>0.</value>
    public double LowestOutflow { get; init; }

    /// <summary>Cost of each m3/s below <see cref="LowestOutflow"/>.</summary>
    /// <value>0.</value>
    public double OutflowViolationCost { get; init; }

    /// <summary>Cost of each hm3 spilled.</summary>
    /// <value>0.</value>
    public double SpillCost { get; init; }

    /// <summary>Index of the reservoir that takes what the turbine lets through; null where it leaves the system.</summary>
    public int? TurbineDownstream { get; init; }

    /// <summary>Index of the reservoir that takes what is spilled; null where it leaves the system.</summary>
    public int? SpillDownstream { get; init; }
}
