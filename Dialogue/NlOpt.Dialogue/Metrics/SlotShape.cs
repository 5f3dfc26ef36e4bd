namespace NlOpt.Dialogue.Metrics;

/// <summary>What a statement is about, whichever way it is limited: the part of its template that is no operator.</summary>
public enum SlotShape
{
    /// <summary>The objective.</summary>
    Objective,

    /// <summary>One variable against a limit.</summary>
    SingleVariable,

    /// <summary>A plain sum against a limit.</summary>
    Sum,

    /// <summary>A weighted sum against a limit.</summary>
    WeightedSum,

    /// <summary>The share of a part in a whole.</summary>
    Proportion,

    /// <summary>Variables against a multiple of others, perhaps with a difference.</summary>
    Comparison,

    /// <summary>If some activities then others.</summary>
    Implication,

    /// <summary>One activity if and only if another.</summary>
    Equivalence,

    /// <summary>An activity that must be, or must not.</summary>
    ActivityRequirement,

    /// <summary>A limit that holds if an activity is done.</summary>
    ConditionalLimit,

    /// <summary>How many of several activities.</summary>
    Cardinality,
}
