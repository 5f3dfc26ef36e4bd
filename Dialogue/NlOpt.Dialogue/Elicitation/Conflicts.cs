using NlOpt.Formulation;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Finds two notes that limit the same in the same way by different numbers.</summary>
internal static class Conflicts
{
    /// <summary>The first such pair; null where there is none.</summary>
    public static Ask.Conflict? Find(Notebook book)
    {
        if (book.Formulation is not { } formulation) return null;
        foreach (var alike in formulation.Statements.Where(IsNumeric).GroupBy(StatementIdentity.OfTarget))
        {
            var notes = alike.SelectMany(statement =>
                    book.Notes.Where((note, turn) => note.Kind != NoteKind.Need && NotesReading.IsOf(statement, [turn])))
                .Where(note => Needs.Of(note, book) is null).DistinctBy(note => note.Group).OrderBy(note => note.Turn).ToList();
            if (notes is [var earlier, var later, ..]) return new Ask.Conflict(earlier, later);
        }

        return null;
    }

    private static bool IsNumeric(Statement statement) =>
        statement is Statement.SingleVariable or Statement.Sum or Statement.WeightedSum or Statement.Proportion;
}
