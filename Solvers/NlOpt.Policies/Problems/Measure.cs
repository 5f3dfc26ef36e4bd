namespace NlOpt.Policies.Problems;

/// <summary>What a measured quantity says about a plan.</summary>
public enum MeasureKind
{
    /// <summary>A quantity worth showing, neither good nor bad.</summary>
    Quantity,

    /// <summary>Demand left unserved: above 0 is bad.</summary>
    Shedding,

    /// <summary>A limit overstepped at a price: above 0 is bad.</summary>
    Violation,
}

/// <summary>A quantity that every stage reports, such as thermal generation; <see cref="StageModel.Measures"/> says how to compute it.</summary>
/// <param name="Name">Its name, unique within the problem.</param>
/// <param name="Unit">Its unit for people; null when it has none.</param>
/// <param name="Kind">What it says about a plan.</param>
public sealed record Measure(string Name, string? Unit, MeasureKind Kind);
