using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Finds the note that a correction is about: the one with the most words and numbers in common.</summary>
internal static class NoteMatch
{
    private const double LeastScore = 0.3;
    private const double NumberWeight = 0.5;

    /// <summary>The note; null where none is about the same.</summary>
    public static Note? Find(IEnumerable<Note> notes, string text, IReadOnlyList<string> names)
    {
        var scored = notes.Select(note => (Note: note, Score: Score(note.Text, text, names))).OrderByDescending(item => item.Score).FirstOrDefault();
        return scored.Note is { } found && scored.Score >= LeastScore ? found : null;
    }

    private static double Score(string one, string other, IReadOnlyList<string> names)
    {
        var (left, right) = (NoteReader.Stems(one).ToHashSet(StringComparer.Ordinal), NoteReader.Stems(other).ToHashSet(StringComparer.Ordinal));
        var named = NoteReader.Places(one, names).Select(place => place.Index).Order().Distinct()
            .SequenceEqual(NoteReader.Places(other, names).Select(place => place.Index).Order().Distinct());
        var union = left.Union(right).Count();
        var words = union == 0 ? 0 : (double)left.Intersect(right).Count() / union;
        var values = NoteReader.Numbers(one).Select(number => number.Value).ToHashSet();
        var shared = NoteReader.Numbers(other).Count(number => values.Contains(number.Value));
        return words + NumberWeight * Math.Min(shared, 2) + (named ? 0.2 : 0);
    }
}
