namespace NlOpt.Datasets.Generation.Statements;

/// <summary>Which way a limit goes.</summary>
internal enum LimitDirection
{
    /// <summary>No more than a number.</summary>
    AtMost,

    /// <summary>No less than a number.</summary>
    AtLeast,

    /// <summary>Just a number.</summary>
    Exactly,

    /// <summary>From one number to another.</summary>
    Between,
}
