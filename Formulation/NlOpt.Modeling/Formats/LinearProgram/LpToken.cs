namespace NlOpt.Modeling;

/// <summary>What a piece of an LP file is.</summary>
internal enum LpTokenKind
{
    End,
    Number,
    Name,
    Plus,
    Minus,
    Times,
    LessOrEqual,
    GreaterOrEqual,
    Equal,
    Arrow,
    Colon,

    /// <summary>A sign that the dialect has no use for.</summary>
    Other,
}

/// <summary>One piece of an LP file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Number">The value of a number.</param>
/// <param name="At">Where it stands.</param>
/// <param name="OpensLine">True when only blanks stand before it on its line.</param>
internal readonly record struct LpToken(LpTokenKind Kind, int Start, int Length, double Number, TextPosition At, bool OpensLine)
{
    /// <summary>True for a sign that compares.</summary>
    public bool IsOperator => Kind is LpTokenKind.LessOrEqual or LpTokenKind.GreaterOrEqual or LpTokenKind.Equal;
}
