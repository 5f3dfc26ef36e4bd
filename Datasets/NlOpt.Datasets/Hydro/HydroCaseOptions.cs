namespace NlOpt.Datasets.Hydro;

/// <summary>What a case leaves to its user. A value given here goes before one in hydro.json, and that before the default.</summary>
public sealed record HydroCaseOptions
{
    /// <summary>Length of a stage in hours, above 0; null for <c>stage_hours</c> of the file, else 1.</summary>
    public double? StageHours { get; init; }

    /// <summary>What demands are multiplied with, at least 0; null for <c>load_factor</c> of the file, else 1.</summary>
    public double? LoadFactor { get; init; }

    /// <summary>Number of stages, at least 1; null for <c>stages</c> of the file, else the number of inflow rows.</summary>
    public int? StageCount { get; init; }

    /// <summary>Stages that reports sum up, at most the number of stages; null for <c>reported_stages</c> of the file, else all.</summary>
    public int? ReportedStages { get; init; }
}
