namespace NlOpt.Dialogue.Elicitation;

/// <summary>What a note is about.</summary>
public enum NoteKind
{
    /// <summary>What should be large or small.</summary>
    Goal,

    /// <summary>What each thing adds to the goal.</summary>
    Worth,

    /// <summary>A limit or rule.</summary>
    Rule,

    /// <summary>How much each thing takes of what the rule of its group limits.</summary>
    Need,

    /// <summary>Something said unasked, which may be about anything.</summary>
    Loose,
}
