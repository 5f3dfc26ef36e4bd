namespace NlOpt.Understanding.Decisions;

/// <summary>What a number does in the model.</summary>
internal enum NumberRole
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An amount a piece of one variable.</summary>
    Coefficient,

    /// <summary>A limit or a share.</summary>
    Limit,

    /// <summary>The multiple in "twice as many as".</summary>
    Multiple,
}
