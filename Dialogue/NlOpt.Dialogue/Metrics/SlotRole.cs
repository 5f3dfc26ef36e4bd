namespace NlOpt.Dialogue.Metrics;

/// <summary>What a variable does in a statement.</summary>
public enum SlotRole
{
    /// <summary>It is added up, compared, or required.</summary>
    Amount,

    /// <summary>
    /// It is what the amounts are compared with: the whole of a share, the right side of a comparison, what follows from a condition.
    /// </summary>
    Counterpart,

    /// <summary>It is the condition of a conditional limit.</summary>
    Condition,

    /// <summary>It adds a fixed amount when there is any of it.</summary>
    FixedCharge,
}
