namespace NlOpt.Dialogue.Simulation.Hidden;

/// <summary>How amounts are told.</summary>
internal enum AmountStyle
{
    /// <summary>With their things and measures.</summary>
    Whole,

    /// <summary>Numbers alone.</summary>
    Bare,

    /// <summary>In another unit of the same kind, where there is one.</summary>
    OtherUnit,
}
