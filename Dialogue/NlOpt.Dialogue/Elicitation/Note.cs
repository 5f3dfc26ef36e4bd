using System.Collections.Immutable;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>What a client said, made a sentence that says it without the question it answered.</summary>
/// <param name="Text">The sentence or sentences.</param>
/// <param name="Turn">The turn of the transcript that said it, counted from 0.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Group">A rule and its needs have one number; every other note has its own.</param>
public sealed record Note(string Text, int Turn, NoteKind Kind, int Group)
{
    /// <summary>The amounts of a worth or need that the answer told one by one; empty where its words are to be read.</summary>
    public ImmutableArray<NoteAmount> Amounts { get; init; } = [];

    /// <summary>Whether the amounts are money.</summary>
    public bool IsMoney { get; init; }

    /// <summary>What the amounts of a need measure, for example <c>hours of carpentry</c>; null where that is not known.</summary>
    public string? Measure { get; init; }
}
