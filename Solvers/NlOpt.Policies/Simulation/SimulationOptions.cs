namespace NlOpt.Policies.Simulation;

/// <summary>How to simulate. Nothing here changes the figures that come out.</summary>
public sealed record SimulationOptions
{
    /// <summary>All defaults.</summary>
    public static SimulationOptions Default { get; } = new();

    /// <summary>Most scenarios simulated side by side; at least 1.</summary>
    /// <value>The number of processors.</value>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads));
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>Told how many scenarios are done, 1 to all in ascending order, from whatever thread; null for nobody.</summary>
    /// <value>Null.</value>
    public Action<int>? Progress { get; init; }
}
