using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Finds limits of something that the things take, where it is not yet known how much each takes.</summary>
internal static class Needs
{
    /// <summary>What is to be asked about a note; null where it limits nothing that would have to be shared out.</summary>
    public static Ask.Need? Of(Note note, Notebook book)
    {
        if (note.Kind is not (NoteKind.Rule or NoteKind.Loose) || Measured(note, book.Names) is not { } need) return null;
        var position = book.Notes.ToList().IndexOf(note);
        return book.Formulation is { } formulation && formulation.Statements.Any(statement => IsShared(statement, position, book, formulation))
            ? null
            : need;
    }

    /// <summary>What a note limits by its only number, where that is something that things take; null where it is not.</summary>
    public static Ask.Need? Measured(Note note, ImmutableArray<string> names)
    {
        var places = NoteReader.Places(note.Text, names);
        var numbers = NoteReader.Numbers(note.Text).Where(number => !number.IsShare
            && !places.Any(place => place.Evidence.Start <= number.Evidence.Start && number.Evidence.End <= place.Evidence.End)).ToList();
        if (numbers.Count is 0 or > 2) return null;
        // Of a range the measure stands behind its upper end.
        var limit = numbers[^1];
        var measure = MeasureWords.After(note.Text, limit.Evidence.End);
        if (numbers.Count == 2 && !IsRange(note.Text, numbers[0], limit, measure)) return null;
        if (!limit.IsMoney && MeasureWords.CountsThings(measure, names)) return null;
        // Where the things are named, what is counted are mostly they: "90 bottles of either", "8 tons of pewter".
        var isOther = limit.IsMoney
            || (MeasureWords.IsUnit(measure.Split(' ')[0])
                && NoteReader.Places(measure, names).IsEmpty
                && measure.Contains(' ', StringComparison.Ordinal));
        return places.Length > 0 && !isOther ? null : new Ask.Need(note, measure, limit.IsMoney, [.. Enumerable.Range(0, names.Length)]);
    }

    private static bool IsRange(string text, SpokenNumber low, SpokenNumber high, string measure)
    {
        var between = text[low.Evidence.End..high.Evidence.Start];
        if (measure.Length > 0) between = between.Replace(measure, "", StringComparison.OrdinalIgnoreCase);
        return low.IsMoney == high.IsMoney && between.Trim(' ', '$', ',') is "and" or "to" or "-" or "–" or "and at most" or "and no more than";
    }

    /// <summary>
    /// Whether a statement limits a weighted sum by a number of a note; what things are worth counts only where the note speaks of it.
    /// </summary>
    private static bool IsShared(Statement statement, int note, Notebook book, ProblemFormulation formulation)
    {
        var (terms, limit) = statement switch
        {
            Statement.WeightedSum sum => (sum.Terms, sum.Limit),
            Statement.ConditionalLimit conditional => (conditional.Terms, conditional.Limit),
            _ => ([], null),
        };
        if (limit is null || !limit.Numbers.Any(number => number.Evidence is { } evidence && evidence.Turn == note)) return false;
        return SpeaksOfGoal(book.Notes[note].Text, formulation)
            || !terms.All(term => term.Coefficient.Evidence is { } evidence && book.Notes[evidence.Turn].Kind == NoteKind.Worth);
    }

    /// <summary>Whether a text names what is wanted.</summary>
    public static bool SpeaksOfGoal(string text, ProblemFormulation formulation)
    {
        var goal = NoteReader.Stems(formulation.Objective.Name).Where(stem => stem is not ("total" or "overall" or "amount" or "number")).ToList();
        return goal.Count > 0 && NoteReader.Stems(text).Any(goal.Contains);
    }
}
