namespace NlOpt.Datasets.Generation.Drafts;

/// <summary>What a marked piece of text is.</summary>
internal enum MarkKind
{
    /// <summary>A name of a decision variable; the key is its column.</summary>
    Variable,

    /// <summary>An amount a piece or a multiple; the key is that of the number.</summary>
    Parameter,

    /// <summary>A limit; the key is that of the number.</summary>
    Limit,

    /// <summary>A number without a part in the problem; the key is that of the number.</summary>
    Aside,

    /// <summary>Words that say which way a limit goes.</summary>
    Direction,

    /// <summary>Words that say whether the objective is to be large or small.</summary>
    ObjectiveDirection,

    /// <summary>A name of the objective.</summary>
    ObjectiveName,

    /// <summary>Words that say something that restricts the plan; the key is its position.</summary>
    Statement,

    /// <summary>Words that say what is wanted.</summary>
    Objective,
}

/// <summary>A marked piece of a text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which one; 0 where there is only one.</param>
internal readonly record struct Mark(int Start, int End, MarkKind Kind, int Key);
