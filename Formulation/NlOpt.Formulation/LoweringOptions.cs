namespace NlOpt.Formulation;

/// <summary>Which amounts are whole numbers in a lowered model.</summary>
public enum AmountKinds
{
    /// <summary>Whole or divisible as the formulation says.</summary>
    AsUnderstood,

    /// <summary>All amounts are whole numbers.</summary>
    AllInteger,

    /// <summary>All amounts are continuous; the binary variables of activities stay binary.</summary>
    AllContinuous,
}

/// <summary>How a formulation is lowered.</summary>
public sealed record LoweringOptions
{
    /// <summary>Which amounts are whole numbers.</summary>
    /// <value>Default: as understood.</value>
    public AmountKinds Kinds { get; init; } = AmountKinds.AsUnderstood;
}
