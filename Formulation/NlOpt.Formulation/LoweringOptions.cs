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

    /// <summary>
    /// Whether every row says by itself what its statement says, so that statements can be taken away from the model one by one: no row then holds
    /// a bound proven from other statements, and what depends on something being done is an indicator row.
    /// </summary>
    /// <value>Default: false, because plain rows solve faster.</value>
    public bool AreRowsIndependent { get; init; }
}
