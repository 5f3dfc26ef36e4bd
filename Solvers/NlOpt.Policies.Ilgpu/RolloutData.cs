using ILGPU;

namespace NlOpt.Policies.Ilgpu;

/// <summary>All that the rollout kernel reads and writes; lies on the device.</summary>
internal readonly struct RolloutData
{
    public int Stages { get; init; }

    public int Noises { get; init; }

    public int Reservoirs { get; init; }

    public int Features { get; init; }

    public int StageFeatures { get; init; }

    /// <summary>Inputs of the first layer or outputs of any, whichever is most.</summary>
    public int Width { get; init; }

    public double Stretch { get; init; }

    public double VolumePerFlow { get; init; }

    /// <summary>Outputs of each layer.</summary>
    public ArrayView<int> Sizes { get; init; }

    public ArrayView<double> Parameters { get; init; }

    /// <summary>What noise, then state are divided by.</summary>
    public ArrayView<double> Scale { get; init; }

    /// <summary>Features of the stage alone, [stage x stage features].</summary>
    public ArrayView<double> StageValues { get; init; }

    /// <summary>Noise as it happens, [scenario x stage x noise].</summary>
    public ArrayView<double> NoiseValues { get; init; }

    /// <summary>Initial volumes.</summary>
    public ArrayView<double> Initial { get; init; }

    /// <summary>Reservoirs, upstream first.</summary>
    public ArrayView<int> Order { get; init; }

    /// <summary>Reservoir that takes the turbined, then the spilled water of each; -1 for none. [reservoir x 2].</summary>
    public ArrayView<int> Downstream { get; init; }

    /// <summary>Of each reservoir: lowest and highest volume, volume reserved for the lowest outflow, through the turbine, through turbines
    /// upstream. [reservoir x 5].</summary>
    public ArrayView<double> Volumes { get; init; }

    /// <summary>Takes the targets, [scenario x stage x reservoir].</summary>
    public ArrayView<double> Targets { get; init; }
}
