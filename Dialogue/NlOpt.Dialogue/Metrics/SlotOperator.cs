namespace NlOpt.Dialogue.Metrics;

/// <summary>Which way a statement limits.</summary>
public enum SlotOperator
{
    /// <summary>No more than.</summary>
    AtMost,

    /// <summary>No less than.</summary>
    AtLeast,

    /// <summary>Exactly.</summary>
    Equal,

    /// <summary>Within a range.</summary>
    Between,
}
