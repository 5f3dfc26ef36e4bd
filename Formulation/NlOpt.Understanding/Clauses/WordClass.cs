namespace NlOpt.Understanding.Clauses;

/// <summary>
/// The closed classes of words that regular clauses are told by, as bits: a word may be of several. <see cref="ClauseWords"/> holds the words.
/// </summary>
[Flags]
internal enum WordClass
{
    /// <summary>Of no class.</summary>
    None = 0,

    /// <inheritdoc cref="ClauseWords.Doing"/>
    Doing = 1,

    /// <inheritdoc cref="ClauseWords.Choosing"/>
    Choosing = 1 << 1,

    /// <inheritdoc cref="ClauseWords.Negations"/>
    Negations = 1 << 2,

    /// <inheritdoc cref="ClauseWords.Omissions"/>
    Omissions = 1 << 3,

    /// <inheritdoc cref="ClauseWords.Musts"/>
    Musts = 1 << 4,

    /// <inheritdoc cref="ClauseWords.Determiners"/>
    Determiners = 1 << 5,

    /// <inheritdoc cref="ClauseWords.GenericNouns"/>
    GenericNouns = 1 << 6,

    /// <inheritdoc cref="ClauseWords.Amounts"/>
    Amounts = 1 << 7,

    /// <inheritdoc cref="ClauseWords.Light"/>
    Light = 1 << 8,

    /// <inheritdoc cref="ClauseWords.Signals"/>
    Signals = 1 << 9,

    /// <inheritdoc cref="ClauseWords.WeakSignals"/>
    WeakSignals = 1 << 10,

    /// <inheritdoc cref="ClauseWords.Duties"/>
    Duties = 1 << 11,

    /// <inheritdoc cref="ClauseWords.Permissions"/>
    Permissions = 1 << 12,
}
