using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>Something that a reading has wrong, as a question would have to name it.</summary>
/// <param name="Kinds">The kinds of question whose answer would tell.</param>
/// <param name="Places">Where in the text it lies: the numbers of the wrong or missing row, the names of the wrong variable.</param>
/// <param name="AsWhole">Whether a question that quotes nothing names it: the variables as a whole, a limit that is nowhere.</param>
internal sealed record WrongSlot(ImmutableArray<SlotKind> Kinds, ImmutableArray<Evidence> Places, bool AsWhole = false)
{
    /// <summary>Whether a question names it: it is of a kind that fits, and its quote holds a place of it.</summary>
    public bool IsNamedBy(Question question) =>
        Kinds.Contains(question.Slot) && (question.Quote is { } quote ? Places.Any(place => Overlap(place, quote)) : AsWhole);

    private static bool Overlap(Evidence left, Evidence right) => left.Turn == right.Turn && left.Start < right.End && right.Start < left.End;
}
